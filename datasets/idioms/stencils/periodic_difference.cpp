void central_periodic(const double *f, double *df, double inv2h, int n)
{
    for (int i = 0; i < n; i++) {
        int left = i == 0 ? n - 1 : i - 1;
        int right = i == n - 1 ? 0 : i + 1;
        df[i] = (f[right] - f[left]) * inv2h;
    }
}
