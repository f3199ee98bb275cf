void max_drawdown(const float *equity, float *dd, int series, int len)
{
    for (int s = 0; s < series; s++) {
        float peak = equity[s * len];
        float worst = 0.0f;
        for (int t = 0; t < len; t++) {
            float v = equity[s * len + t];
            if (v > peak) peak = v;
            if (peak - v > worst) worst = peak - v;
        }
        dd[s] = worst;
    }
}
