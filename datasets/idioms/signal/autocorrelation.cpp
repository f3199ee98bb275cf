void autocorr(const float *x, float *r, int n, int max_lag)
{
    for (int lag = 0; lag < max_lag; lag++) {
        float sum = 0.f;
        for (int t = 0; t + lag < n; t++)
            sum += x[t] * x[t + lag];
        r[lag] = sum;
    }
}
