__global__ void blur_rows(const float *src, float *dst, const float *weights, int radius, int width, int height)
{
    int x = blockIdx.x * blockDim.x + threadIdx.x;
    int y = blockIdx.y * blockDim.y + threadIdx.y;
    if (x < width && y < height) {
        float acc = 0.0f;
        for (int k = -radius; k <= radius; k++) {
            int xi = min(max(x + k, 0), width - 1);
            acc += weights[k + radius] * src[y * width + xi];
        }
        dst[y * width + x] = acc;
    }
}
