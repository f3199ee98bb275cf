#include <cmath>

void thermostat(float *v, const float *temperature, float target, int n)
{
    float factor = sqrtf(fabsf(target / (*temperature + 0.5f)));
    for (int i = 0; i < n; i++)
        v[i] *= factor;
}
