void rolling_sum(const float* price, float* sum, int n, int window)
{
    for (int t = 0; t < n; t++) {
        float s = 0.f;
        for (int k = 0; k < window && k <= t; k++)
            s += price[t - k];
        sum[t] = s;
    }
}
