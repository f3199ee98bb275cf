__global__ void axpy_kernel(int n, double alpha, const double* x, int incx, double* y, int incy)
{
    int k = blockIdx.x * blockDim.x + threadIdx.x;
    if (k < n && alpha != 0.0)
        y[k * incy] += alpha * x[k * incx];
}
