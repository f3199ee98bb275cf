#include <cmath>

void option_payoff(const float *z, float *payoff, float S0, float K, float r, float sigma, float T, int n_paths)
{
    for (int p = 0; p < n_paths; p++) {
        float drift = (r - 0.5f * sigma * sigma) * T;
        float st = S0 * expf(drift + sigma * sqrtf(fabsf(T)) * z[p]);
        float gain = st - K;
        payoff[p] = gain > 0.0f ? gain * expf(-r * T) : 0.0f;
    }
}
