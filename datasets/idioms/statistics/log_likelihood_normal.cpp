#include <cmath>

void normal_loglik(const float *x, float *ll, float mu, float sigma, int n)
{
    const float half_log_2pi = 0.918938533f;
    const float s = fabsf(sigma) + 0.1f;
    for (int i = 0; i < n; i++) {
        float z = (x[i] - mu) / s;
        ll[i] = -0.5f * z * z - logf(s) - half_log_2pi;
    }
}
