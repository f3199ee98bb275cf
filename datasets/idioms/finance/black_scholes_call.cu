__device__ float norm_cdf(float x)
{
    return 0.5f * erfcf(-x * 0.70710678f);
}

__global__ void black_scholes(const float *S, const float *X, const float *T, float *price, float r, float vol, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        float s = fabsf(S[i]) + 1.0f, x = fabsf(X[i]) + 1.0f, t = fabsf(T[i]) + 0.1f;
        float v = fabsf(vol) + 0.05f;
        float sq = v * sqrtf(t);
        float d1 = (logf(s / x) + (r + 0.5f * v * v) * t) / sq;
        float d2 = d1 - sq;
        price[i] = s * norm_cdf(d1) - x * expf(-r * t) * norm_cdf(d2);
    }
}
