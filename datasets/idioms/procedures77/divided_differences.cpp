void divdif(int n, const double *x, double *f)
{
    for (int j = 1; j < n; j++)
        for (int i = n - 1; i >= j; i--)
            f[i] = (f[i] - f[i - 1]) / (x[i] - x[i - j]);
}
