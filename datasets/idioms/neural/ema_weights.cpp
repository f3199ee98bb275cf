void update_ema(float *shadow, const float *weights, const float decay, const unsigned int n)
{
    for (unsigned int i = 0; i < n; i++)
        shadow[i] += (1.0f - decay) * (weights[i] - shadow[i]);
}
