__global__ void swap_vectors(const int n, float *x, const int incx, float *y, const int incy)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        float tmp = x[i * incx];
        x[i * incx] = y[i * incy];
        y[i * incy] = tmp;
    }
}
