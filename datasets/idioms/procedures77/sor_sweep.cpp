void sor(double *u, const double *f, int nx, int ny, double omega, double *resid)
{
    double res = 0.0;
    for (int j = 1; j < ny - 1; j++)
        for (int i = 1; i < nx - 1; i++) {
            double r = 0.25 * (u[i - 1 + j * nx] + u[i + 1 + j * nx] + u[i + (j - 1) * nx] + u[i + (j + 1) * nx] - f[i + j * nx]) - u[i + j * nx];
            u[i + j * nx] += omega * r;
            res += r * r;
        }
    *resid = res;
}
