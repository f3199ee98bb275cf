__global__ void fill_const_kernel(int N, float ALPHA, float *X, int INCX, int OFFX)
{
    int i = (blockIdx.x + blockIdx.y * gridDim.x) * blockDim.x + threadIdx.x;
    if (i < N)
        X[OFFX + i * INCX] = ALPHA + i;
}
