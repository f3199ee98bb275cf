#include <cmath>

void standardize(float *x, float mean, float var, float eps, int n)
{
    for (int i = 0; i < n; ++i)
        x[i] = (x[i] - mean) / sqrtf(fabsf(var) + eps * eps + 1.0e-6f);
}
