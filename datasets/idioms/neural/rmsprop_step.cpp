#include <math.h>

void rmsprop(float *params, float *cache, const float *grads, const float rate, const float rho, const int count)
{
    for (int k = 0; k < count; ++k) {
        cache[k] = rho * cache[k] + (1 - rho) * grads[k] * grads[k];
        params[k] -= rate * grads[k] / sqrtf(fabsf(cache[k]) + 1e-6f);
    }
}
