__global__ void convolve_full(const double *a, int na, const double *b, int nb, double *c)
{
    int k = blockIdx.x * blockDim.x + threadIdx.x;
    if (k < na + nb - 1) {
        double s = 0.0;
        for (int i = 0; i < na; i++) {
            int j = k - i;
            if (j >= 0 && j < nb)
                s += a[i] * b[j];
        }
        c[k] = s;
    }
}
