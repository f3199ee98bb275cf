#define IDX(i, j) ((i) * ny + (j))

void sw_height(const float *u, const float *v, float *h, float depth, float dt, float dx, int nx, int ny)
{
    for (int i = 1; i < nx - 1; i++)
        for (int j = 1; j < ny - 1; j++) {
            float div = (u[IDX(i + 1, j)] - u[IDX(i - 1, j)] + v[IDX(i, j + 1)] - v[IDX(i, j - 1)]) / (2.0f * dx);
            h[IDX(i, j)] -= dt * depth * div;
        }
}
