__global__ void dia_matvec(const int n, const int num_diags, const int *offsets, const double *diags, const double *x, double *y)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        double acc = 0.0;
        for (int d = 0; d < num_diags; d++) {
            int j = i + offsets[d];
            if (j >= 0 && j < n)
                acc += diags[d * n + i] * x[j];
        }
        y[i] = acc;
    }
}
