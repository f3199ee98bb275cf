void wave2d(const double *prev, const double *cur, double *next, double c2, int nx, int ny)
{
    for (int y = 1; y < ny - 1; y++) {
        for (int x = 1; x < nx - 1; x++) {
            int id = y * nx + x;
            double lap = cur[id - 1] + cur[id + 1] + cur[id - nx] + cur[id + nx] - 4.0 * cur[id];
            next[id] = 2.0 * cur[id] - prev[id] + c2 * lap;
        }
    }
}
