__global__ void tridiagonal_apply_kernel(int n, const double* below, const double* diagonal, const double* above, const double* x, double* y)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) return;
    double value = diagonal[i] * x[i];
    if (i > 0)
        value += below[i] * x[i - 1];
    if (i + 1 < n)
        value += above[i] * x[i + 1];
    y[i] = value;
}
