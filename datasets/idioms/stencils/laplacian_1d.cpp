void laplacian_1d(const double *u, double *lap, double dx, int n)
{
    for (int i = 1; i < n - 1; i++)
        lap[i] = (u[i - 1] - 2.0 * u[i] + u[i + 1]) / (dx * dx);
}
