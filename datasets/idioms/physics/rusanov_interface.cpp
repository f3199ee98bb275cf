#include <cmath>

void rusanov(const float *q, const float *flux, const float *speed, float *face, int n)
{
    for (int i = 0; i < n - 1; i++) {
        float sl = fabsf(speed[i]);
        float sr = fabsf(speed[i + 1]);
        float s = sl > sr ? sl : sr;
        face[i] = 0.5f * (flux[i] + flux[i + 1]) - 0.5f * s * (q[i + 1] - q[i]);
    }
}
