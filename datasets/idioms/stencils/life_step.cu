__global__ void life_step(const int *grid, int *next, int w, int h)
{
    int x = blockIdx.x * blockDim.x + threadIdx.x;
    int y = blockIdx.y * blockDim.y + threadIdx.y;
    if (x >= w || y >= h)
        return;
    int alive = 0;
    for (int dy = -1; dy <= 1; dy++)
        for (int dx = -1; dx <= 1; dx++)
            if (dx != 0 || dy != 0)
                alive += grid[((y + dy + h) % h) * w + (x + dx + w) % w];
    next[y * w + x] = (alive == 3 || (alive == 2 && grid[y * w + x] == 1)) ? 1 : 0;
}
