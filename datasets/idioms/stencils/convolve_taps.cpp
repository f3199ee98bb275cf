void fir_filter(const float *x, const float *taps, float *y, int n, int ntaps)
{
    for (int i = 0; i < n; i++) {
        float acc = 0.0f;
        for (int k = 0; k < ntaps; k++)
            if (i - k >= 0)
                acc += taps[k] * x[i - k];
        y[i] = acc;
    }
}
