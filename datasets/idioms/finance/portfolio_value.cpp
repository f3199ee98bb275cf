void portfolio_values(const float *prices, const int *shares, float *value, int days, int assets)
{
    for (int d = 0; d < days; d++) {
        float total = 0.0f;
        for (int a = 0; a < assets; a++)
            total += shares[a] * prices[d * assets + a];
        value[d] = total;
    }
}
