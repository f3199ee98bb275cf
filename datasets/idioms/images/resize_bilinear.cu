__global__ void resize_bilinear(const float *src, float *dst, int sw, int sh, int dw, int dh)
{
    int x = blockIdx.x * blockDim.x + threadIdx.x;
    int y = blockIdx.y * blockDim.y + threadIdx.y;
    if (x >= dw || y >= dh) return;

    float fx = (float)sw / dw, fy = (float)sh / dh;
    float gx = x * fx, gy = y * fy;
    int x0 = (int)gx, y0 = (int)gy;
    int x1 = x0 + 1 < sw ? x0 + 1 : x0;
    int y1 = y0 + 1 < sh ? y0 + 1 : y0;
    float ax = gx - x0, ay = gy - y0;
    float top = src[y0 * sw + x0] * (1 - ax) + src[y0 * sw + x1] * ax;
    float bottom = src[y1 * sw + x0] * (1 - ax) + src[y1 * sw + x1] * ax;
    dst[y * dw + x] = top * (1 - ay) + bottom * ay;
}
