void wave_step(const float *prev, const float *cur, float *next, float c2, int nx, int ny)
{
    for (int iy = 1; iy < ny - 1; iy++)
        for (int ix = 1; ix < nx - 1; ix++) {
            int id = iy * nx + ix;
            float lap = cur[id - 1] + cur[id + 1] + cur[id - nx] + cur[id + nx] - 4 * cur[id];
            next[id] = 2 * cur[id] - prev[id] + c2 * lap;
        }
}
