void heat_3d(const double* t, double* t_new, int nz, int ny, int nx, double cx, double cy, double cz)
{
    const int plane = ny * nx;
    for (int k = 1; k < nz - 1; ++k)
        for (int j = 1; j < ny - 1; ++j)
            for (int i = 1; i < nx - 1; ++i) {
                const double* p = t + k * plane + j * nx + i;
                t_new[k * plane + j * nx + i] = p[0] * (1.0 - 2.0 * (cx + cy + cz)) + cx * (p[-1] + p[1]) + cy * (p[-nx] + p[nx])
                    + cz * (p[-plane] + p[plane]);
            }
}
