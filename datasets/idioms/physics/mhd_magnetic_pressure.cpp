void total_pressure(const float *p, const float *bx, const float *by, const float *bz, float *ptot, int nx, int ny, int nz)
{
    for (int k = 0; k < nz; k++)
        for (int j = 0; j < ny; j++)
            for (int i = 0; i < nx; i++) {
                int c = (k * ny + j) * nx + i;
                ptot[c] = p[c] + 0.5f * (bx[c] * bx[c] + by[c] * by[c] + bz[c] * bz[c]);
            }
}
