#include <cmath>

void arrhenius(const float *T, float *k, float A, float b, float Ea, int n)
{
    const float R = 8.314f;
    for (int i = 0; i < n; i++) {
        float t = fabsf(T[i]) + 1.0f;
        k[i] = A * powf(t, b) * expf(-Ea / (R * t));
    }
}
