__global__ void silu(const double *x, double *y, long n)
{
    long i = (long)blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) return;
    y[i] = x[i] / (1.0 + exp(-x[i]));
}
