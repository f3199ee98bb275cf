void life_step(const int *grid, int *next, int w, int h)
{
    for (int y = 0; y < h; y++)
        for (int x = 0; x < w; x++) {
            int alive = 0;
            for (int dy = -1; dy <= 1; dy++)
                for (int dx = -1; dx <= 1; dx++)
                    if (dx != 0 || dy != 0)
                        alive += grid[((y + dy + h) % h) * w + (x + dx + w) % w];
            next[y * w + x] = (alive == 3 || (alive == 2 && grid[y * w + x] == 1)) ? 1 : 0;
        }
}
