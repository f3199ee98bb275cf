void divergence(const float *u, const float *v, float *div, float dx, float dy, int nx, int ny)
{
    for (int j = 0; j < ny; j++)
        for (int i = 0; i < nx; i++)
            div[j * nx + i] = (u[j * (nx + 1) + i + 1] - u[j * (nx + 1) + i]) / dx + (v[(j + 1) * nx + i] - v[j * nx + i]) / dy;
}
