__global__ void gemm_tiled_kernel(const double* left, const double* right, double* product, int size)
{
    __shared__ double a[16][16];
    __shared__ double b[16][16];
    const int tx = threadIdx.x, ty = threadIdx.y;
    const int row = blockIdx.y * blockDim.y + ty;
    const int col = blockIdx.x * blockDim.x + tx;
    double dot = 0.0;
    for (int kk = 0; kk < size; kk += 16) {
        a[ty][tx] = row < size && kk + tx < size ? left[row * size + kk + tx] : 0.0;
        b[ty][tx] = col < size && kk + ty < size ? right[(kk + ty) * size + col] : 0.0;
        __syncthreads();
        for (int k = 0; k < 16 && kk + k < size; ++k)
            dot += a[ty][k] * b[k][tx];
        __syncthreads();
    }
    if (row < size && col < size)
        product[row * size + col] = dot;
}
