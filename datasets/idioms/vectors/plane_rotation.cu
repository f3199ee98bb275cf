__global__ void drot_kernel(int n, double *dx, int incx, double *dy, int incy, double c, double s)
{
    const int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    double temp = c * dx[i * incx] + s * dy[i * incy];
    dy[i * incy] = c * dy[i * incy] - s * dx[i * incx];
    dx[i * incx] = temp;
}
