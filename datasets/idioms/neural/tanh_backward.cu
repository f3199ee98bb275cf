__global__ void tanh_backward(const double *y, const double *dy, double *dx, long n)
{
    long i = blockIdx.x * (long)blockDim.x + threadIdx.x;
    if (i < n)
        dx[i] = dy[i] * (1.0 - y[i] * y[i]);
}
