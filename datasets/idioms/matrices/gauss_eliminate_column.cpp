void eliminate_below(float *a, const float *factor, int n, int k)
{
    for (int i = k + 1; i < n; i++)
        for (int j = k; j < n; j++)
            a[i * n + j] -= factor[i] * a[k * n + j];
}
