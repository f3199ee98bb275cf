__global__ void life_step(const int *grid, int *next, int width, int height)
{
    int x = blockIdx.x * blockDim.x + threadIdx.x;
    int y = blockIdx.y * blockDim.y + threadIdx.y;
    if (x >= width || y >= height)
        return;
    int alive = 0;
    for (int dy = -1; dy <= 1; dy++)
        for (int dx = -1; dx <= 1; dx++) {
            if (dx == 0 && dy == 0) continue;
            int xx = (x + dx + width) % width;
            int yy = (y + dy + height) % height;
            alive += grid[yy * width + xx] > 0;
        }
    next[y * width + x] = alive == 3 || (alive == 2 && grid[y * width + x] > 0);
}
