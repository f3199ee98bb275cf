#define TILE 16

__global__ void transpose_tiled(const double *src, double *dst, const int rows, const int cols)
{
    __shared__ double tile[16][17];

    int c = blockIdx.x * TILE + threadIdx.x;
    int r = blockIdx.y * TILE + threadIdx.y;
    if (r < rows && c < cols)
        tile[threadIdx.y][threadIdx.x] = src[r * cols + c];
    __syncthreads();

    c = blockIdx.y * TILE + threadIdx.x;
    r = blockIdx.x * TILE + threadIdx.y;
    if (r < cols && c < rows)
        dst[r * rows + c] = tile[threadIdx.x][threadIdx.y];
}
