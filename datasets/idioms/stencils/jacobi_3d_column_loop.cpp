void average_7point(const double *a0, double *a1, double fac, int nx, int ny, int nz)
{
    for (int k = 1; k < nz - 1; k++) {
        for (int j = 1; j < ny - 1; j++) {
            for (int i = 1; i < nx - 1; i++) {
                int p = (k * ny + j) * nx + i;
                a1[p] = (a0[p] + a0[p - 1] + a0[p + 1] + a0[p - nx] + a0[p + nx] + a0[p - nx * ny] + a0[p + nx * ny]) * fac;
            }
        }
    }
}
