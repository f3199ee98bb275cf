void tril(const float *a, float *l, int n)
{
    for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
            if (j <= i)
                l[i * n + j] = a[i * n + j];
            else
                l[i * n + j] = 0.0f;
        }
    }
}
