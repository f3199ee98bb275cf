__global__ void resize_nearest(const unsigned char *src, unsigned char *dst, int sw, int sh, int dw, int dh)
{
    int x = blockIdx.x * blockDim.x + threadIdx.x;
    int y = blockIdx.y * blockDim.y + threadIdx.y;
    if (x < dw && y < dh) {
        int sx = x * sw / dw;
        int sy = y * sh / dh;
        dst[y * dw + x] = src[sy * sw + sx];
    }
}
