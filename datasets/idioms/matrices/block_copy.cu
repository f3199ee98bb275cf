__global__ void copy_block(const float *src, int lds, float *dst, int ldd, int h, int w)
{
    const int j = blockIdx.x * blockDim.x + threadIdx.x;
    const int i = blockIdx.y * blockDim.y + threadIdx.y;
    if (i < h && j < w)
        dst[i * ldd + j] = src[i * lds + j];
}
