__global__ void sobel_direction_kernel(const float* grey, int* sector, int h, int w, float threshold)
{
    const int x = blockIdx.x * blockDim.x + threadIdx.x;
    const int y = blockIdx.y * blockDim.y + threadIdx.y;
    if (x >= w || y >= h)
        return;
    int found = -1;
    if (x > 0 && y > 0 && x < w - 1 && y < h - 1) {
        const float* p = grey + y * w + x;
        const float gx = p[1 - w] - p[-1 - w] + 2.0f * (p[1] - p[-1]) + p[1 + w] - p[-1 + w];
        const float gy = p[w - 1] - p[-w - 1] + 2.0f * (p[w] - p[-w]) + p[w + 1] - p[-w + 1];
        const float ax = fabsf(gx), ay = fabsf(gy);
        if (!(gx * gx + gy * gy <= threshold * threshold))
            found = ay * 2.0f < ax ? 0 : ax * 2.0f < ay ? 2 : gx * gy > 0.0f ? 1 : 3;
    }
    sector[y * w + x] = found;
}
