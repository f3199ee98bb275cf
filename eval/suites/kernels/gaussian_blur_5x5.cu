__global__ void gaussian_blur_5x5_kernel(const unsigned char* source, unsigned char* blurred, int height, int width)
{
    const int binomial[5] = {1, 4, 6, 4, 1};
    const int x = blockIdx.x * blockDim.x + threadIdx.x;
    const int y = blockIdx.y * blockDim.y + threadIdx.y;
    if (x >= width || y >= height)
        return;
    int sum = 128;
    for (int v = -2; v <= 2; ++v) {
        const int yy = min(max(y + v, 0), height - 1);
        for (int u = -2; u <= 2; ++u) {
            const int xx = min(max(x + u, 0), width - 1);
            sum += binomial[v + 2] * binomial[u + 2] * source[yy * width + xx];
        }
    }
    blurred[y * width + x] = (unsigned char)(sum >> 8);
}
