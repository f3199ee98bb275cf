void forward_diff(const double *f, double *df, double h, int n)
{
    for (int i = 0; i < n; i++) {
        if (i < n - 1)
            df[i] = (f[i + 1] - f[i]) / h;
        else
            df[i] = 0.0;
    }
}
