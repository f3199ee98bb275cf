__global__ void frob2(const double *a, int rows, int cols, int lda, double *res)
{
    int j = blockIdx.x * blockDim.x + threadIdx.x;
    int i = blockIdx.y * blockDim.y + threadIdx.y;
    if (i < rows && j < cols) {
        double v = a[i * lda + j];
        atomicAdd(res, v * v);
    }
}
