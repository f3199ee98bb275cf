#include <cmath>

void quantize(const float *x, float *q, float step, int n)
{
    for (int i = 0; i < n; i++)
        q[i] = step * floorf(x[i] / step + 0.5f);
}
