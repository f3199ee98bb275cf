void emf_z(const double *vx, const double *vy, const double *bx, const double *by, double *ez, int m)
{
    for (int i = 0; i < m; i++)
        ez[i] = -(vx[i] * by[i] - vy[i] * bx[i]);
}
