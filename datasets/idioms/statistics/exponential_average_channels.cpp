void ema(const float *x, float *y, float alpha, int channels, int steps)
{
    for (int ch = 0; ch < channels; ch++) {
        float s = x[ch];
        y[ch] = s;
        for (int t = 1; t < steps; t++) {
            s = alpha * x[t * channels + ch] + (1.0f - alpha) * s;
            y[t * channels + ch] = s;
        }
    }
}
