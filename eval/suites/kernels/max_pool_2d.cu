__global__ void max_pool_2d_kernel(const float* image, float* pooled, int maps, int out_h, int out_w, int in_w, int in_h)
{
    const int ox = blockIdx.x * blockDim.x + threadIdx.x;
    const int oy = blockIdx.y * blockDim.y + threadIdx.y;
    const int m = blockIdx.z * blockDim.z + threadIdx.z;
    if (ox >= out_w || oy >= out_h || m >= maps)
        return;
    float peak = -3.4e38f;
    for (int dy = -1; dy <= 1; ++dy)
        for (int dx = -1; dx <= 1; ++dx) {
            const int y = 2 * oy + dy, x = 2 * ox + dx;
            if (y >= 0 && x >= 0 && y < in_h && x < in_w) {
                const float here = image[(m * in_h + y) * in_w + x];
                if (here > peak)
                    peak = here;
            }
        }
    pooled[(m * out_h + oy) * out_w + ox] = peak;
}
