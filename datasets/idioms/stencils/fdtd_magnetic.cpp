void update_hz(float *hz, const float *ex, const float *ey, const float *coef, int nx, int ny)
{
    for (int j = 0; j < ny - 1; j++)
        for (int i = 0; i < nx - 1; i++) {
            int k = j * nx + i;
            hz[k] += coef[k] * (ex[k + nx] - ex[k] - ey[k + 1] + ey[k]);
        }
}
