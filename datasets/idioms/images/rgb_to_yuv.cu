__global__ void rgb_to_yuv(const float *rgb, float *yuv, int pixels)
{
    int i = threadIdx.x + blockIdx.x * blockDim.x;
    if (i >= pixels) return;
    float r = rgb[i * 3], g = rgb[i * 3 + 1], b = rgb[i * 3 + 2];
    float y = 0.299f * r + 0.587f * g + 0.114f * b;
    yuv[i * 3] = y;
    yuv[i * 3 + 1] = 0.492f * (b - y);
    yuv[i * 3 + 2] = 0.877f * (r - y);
}
