void row_variance(const double *x, const double *mean, double *var, int m, int n)
{
    for (int r = 0; r < m; r++) {
        double acc = 0.0;
        for (int c = 0; c < n; c++) {
            double d = x[r * n + c] - mean[r];
            acc += d * d;
        }
        var[r] = n > 1 ? acc / (n - 1) : 0.0;
    }
}
