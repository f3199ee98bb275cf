__global__ void erode_cross(const unsigned char *src, unsigned char *dst, int w, int h)
{
    int x = blockIdx.x * blockDim.x + threadIdx.x;
    int y = blockIdx.y * blockDim.y + threadIdx.y;
    if (x >= w || y >= h) return;

    unsigned char m = src[y * w + x];
    if (x > 0 && src[y * w + x - 1] < m) m = src[y * w + x - 1];
    if (x < w - 1 && src[y * w + x + 1] < m) m = src[y * w + x + 1];
    if (y > 0 && src[(y - 1) * w + x] < m) m = src[(y - 1) * w + x];
    if (y < h - 1 && src[(y + 1) * w + x] < m) m = src[(y + 1) * w + x];
    dst[y * w + x] = m;
}
