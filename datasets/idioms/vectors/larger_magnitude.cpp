#include <cmath>

void larger_magnitude(const float *p, const float *q, float *r, int n)
{
    for (int i = 0; i < n; i++) {
        if (fabsf(p[i]) >= fabsf(q[i]))
            r[i] = p[i];
        else
            r[i] = q[i];
    }
}
