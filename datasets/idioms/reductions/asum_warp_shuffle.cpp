#include <cmath>

void asum(const float *x, float *out, int n)
{
    float s = 0.0f;
    for (int i = 0; i < n; i++)
        s += fabsf(x[i]);
    *out += s;
}
