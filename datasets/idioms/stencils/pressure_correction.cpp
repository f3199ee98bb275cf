void project_velocity(double *u, const double *p, double dt_dx, int nx, int ny)
{
    for (int j = 0; j < ny; j++)
        for (int i = 1; i < nx; i++)
            u[j * (nx + 1) + i] -= dt_dx * (p[j * nx + i] - p[j * nx + i - 1]);
}
