void band_mv(int n, int kl, int ku, const float *ab, const float *x, float *y)
{
    int width = kl + ku + 1;
    for (int i = 0; i < n; i++) {
        float sum = 0.0f;
        for (int d = 0; d < width; d++) {
            int j = i - kl + d;
            if (j >= 0 && j < n)
                sum += ab[i * width + d] * x[j];
        }
        y[i] = sum;
    }
}
