#include <cmath>

void hypotenuse(const float *a, const float *b, float *c, int n)
{
    for (int i = 0; i < n; i++)
        c[i] = sqrtf(a[i] * a[i] + b[i] * b[i]);
}
