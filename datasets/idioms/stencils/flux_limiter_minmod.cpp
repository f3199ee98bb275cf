#include <cmath>

void minmod_slopes(const float *q, float *slope, int n)
{
    for (int i = 1; i < n - 1; i++) {
        float a = q[i] - q[i - 1];
        float b = q[i + 1] - q[i];
        if (a * b <= 0.0f)
            slope[i] = 0.0f;
        else
            slope[i] = fabsf(a) < fabsf(b) ? a : b;
    }
}
