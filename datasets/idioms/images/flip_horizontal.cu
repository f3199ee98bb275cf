__global__ void flip_horizontal(const int *src, int *dst, int width, int height, int channels)
{
    int x = blockIdx.x * blockDim.x + threadIdx.x;
    int y = blockIdx.y * blockDim.y + threadIdx.y;
    if (x < width && y < height) {
        int from = (y * width + x) * channels;
        int to = (y * width + width - 1 - x) * channels;
        for (int c = 0; c < channels; c++)
            dst[to + c] = src[from + c];
    }
}
