void life_step(const int *grid, int *next, int width, int height)
{
    for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
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
    }
}
