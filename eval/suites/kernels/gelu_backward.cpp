void gelu_backward(const float* x, const float* upstream, float* gradient, int count)
{
    for (int i = 0; i < count; ++i) {
        const float density = 0.39894228f * expf(-0.5f * x[i] * x[i]);
        const float share = 0.5f + 0.5f * erff(x[i] * 0.70710678f);
        gradient[i] += upstream[i] * (share + x[i] * density);
    }
}
