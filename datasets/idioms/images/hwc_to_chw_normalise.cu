__global__ void hwc_to_chw(const unsigned char *src, float *dst, const float *mean, const float *std, int height, int width)
{
    int x = blockIdx.x * blockDim.x + threadIdx.x;
    int y = blockIdx.y * blockDim.y + threadIdx.y;
    if (x < width && y < height) {
        for (int c = 0; c < 3; c++)
            dst[(c * height + y) * width + x] = (src[(y * width + x) * 3 + c] / 255.0f - mean[c]) / std[c];
    }
}
