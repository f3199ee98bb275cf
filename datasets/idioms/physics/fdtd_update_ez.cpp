void update_ez(double *ez, const double *hx, const double *hy, const double *ca, const double *cb, int nx, int ny)
{
    for (int i = 1; i < nx; i++)
        for (int j = 1; j < ny; j++) {
            int k = i * ny + j;
            ez[k] = ca[k] * ez[k] + cb[k] * ((hy[k] - hy[k - ny]) - (hx[k] - hx[k - 1]));
        }
}
