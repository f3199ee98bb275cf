#include <cmath>

void grad_norm(const float *phi, float *g, float h, int nx, int ny)
{
    for (int j = 0; j < ny; j++) {
        for (int i = 0; i < nx; i++) {
            int xm = i > 0 ? i - 1 : i, xp = i < nx - 1 ? i + 1 : i;
            int ym = j > 0 ? j - 1 : j, yp = j < ny - 1 ? j + 1 : j;
            float gx = (phi[j * nx + xp] - phi[j * nx + xm]) / (2 * h);
            float gy = (phi[yp * nx + i] - phi[ym * nx + i]) / (2 * h);
            g[j * nx + i] = sqrtf(gx * gx + gy * gy);
        }
    }
}
