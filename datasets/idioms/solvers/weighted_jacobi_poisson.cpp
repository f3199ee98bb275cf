void damped_jacobi_poisson(const double *u, const double *f, double *u_new, double h, double omega, int nx, int ny)
{
    for (int j = 1; j < ny - 1; j++) {
        for (int i = 1; i < nx - 1; i++) {
            int c = j * nx + i;
            double gs = 0.25 * (u[c - 1] + u[c + 1] + u[c - nx] + u[c + nx] - h * h * f[c]);
            u_new[c] = (1.0 - omega) * u[c] + omega * gs;
        }
    }
}
