__global__ void power_step(const double *A, const double *v, double *w, double inv_norm, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        double s = 0.0;
        for (int j = 0; j < n; j++)
            s += A[i * n + j] * v[j];
        w[i] = s * inv_norm;
    }
}
