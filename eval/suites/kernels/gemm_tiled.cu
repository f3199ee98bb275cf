__global__ void gemm_tiled_kernel(const double* left, const double* right, double* product, int size)
{
    __shared__ double a[8][8];
    __shared__ double b[8][8];
    const int tx = threadIdx.x, ty = threadIdx.y;
    const int row = blockIdx.y * 8 + ty;
    const int col = blockIdx.x * 8 + tx;
    double dot = 0.0;
    for (int kk = 0; kk < size; kk += 8) {
        a[ty][tx] = row < size && kk + tx < size ? left[row * size + kk + tx] : 0.0;
        b[ty][tx] = col < size && kk + ty < size ? right[(kk + ty) * size + col] : 0.0;
        __syncthreads();
        for (int k = 0; k < 8 && kk + k < size; ++k)
            dot += a[ty][k] * b[k][tx];
        __syncthreads();
    }
    if (row < size && col < size)
        product[row * size + col] = dot;
}
