__global__ void tv_rows(const float *img, float *tv, int height, int width)
{
    int y = blockIdx.x * blockDim.x + threadIdx.x;
    if (y < height) {
        float s = 0.0f;
        for (int x = 0; x < width - 1; x++)
            s += fabsf(img[y * width + x + 1] - img[y * width + x]);
        tv[y] = s;
    }
}
