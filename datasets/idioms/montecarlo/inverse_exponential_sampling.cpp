#include <cmath>

void exponential_samples(const float *u, float *t, float rate, int n)
{
    for (int i = 0; i < n; i++) {
        float v = u[i];
        if (v < 1.0e-7f) v = 1.0e-7f;
        t[i] = -logf(v) / rate;
    }
}
