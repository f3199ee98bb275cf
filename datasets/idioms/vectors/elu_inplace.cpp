#include <math.h>

void elu_inplace(float *x, const float alpha, const size_t n)
{
    for (size_t i = 0; i < n; i++) {
        float v = x[i];
        if (v < 0.0f)
            x[i] = alpha * (expf(v) - 1.0f);
    }
}
