__global__ void threshold_kernel(const unsigned char *src, unsigned char *dst, int width, int height, int step, int level)
{
    int col = blockIdx.x * blockDim.x + threadIdx.x;
    int row = blockIdx.y * blockDim.y + threadIdx.y;
    if (col >= width || row >= height)
        return;
    dst[row * step + col] = src[row * step + col] > level ? 255 : 0;
}
