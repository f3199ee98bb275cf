void jacobi_2d(const double* old, const double* source, double* next, int ny, int nx, double h2)
{
    for (int y = 1; y < ny - 1; ++y) {
        for (int x = 1; x < nx - 1; ++x) {
            const int c = y * nx + x;
            const double around = old[c + 1] + old[c - 1] + old[c + nx] + old[c - nx];
            next[c] = (around - h2 * source[c]) / 4.0;
        }
    }
}
