#include <cmath>

float cfl_dt(const float *vel, const float *sound, float dx, float courant, int n)
{
    float smax = 1.0e-6f;
    for (int i = 0; i < n; i++) {
        float s = fabsf(vel[i]) + sound[i];
        if (s > smax) smax = s;
    }
    return courant * dx / smax;
}
