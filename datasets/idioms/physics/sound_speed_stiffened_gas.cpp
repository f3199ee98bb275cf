#include <cmath>

void sound_speed(const float *p, const float *rho, float *c, float gamma, float p_inf, int n)
{
    for (int i = 0; i < n; ++i) {
        float r = fabsf(rho[i]) + 1.0e-3f;
        c[i] = sqrtf(fabsf(gamma * (p[i] + p_inf)) / r);
    }
}
