#include <cmath>

void rmsnorm(float *out, const float *x, const float *weight, int size)
{
    float ss = 0.0f;
    for (int j = 0; j < size; j++)
        ss += x[j] * x[j];
    ss = 1.0f / sqrtf(ss / size + 1e-5f);
    for (int j = 0; j < size; j++)
        out[j] = weight[j] * (ss * x[j]);
}
