void interpolate_quantiles(const double *sorted, int n, const double *q, double *value, int nq)
{
    if (n < 1) return;
    for (int i = 0; i < nq; i++) {
        double p = q[i];
        if (!(p > 0.0)) p = 0.0;
        if (p > 1.0) p = 1.0;
        double h = (n - 1) * p;
        int k = (int)h;
        if (k >= n - 1)
            value[i] = sorted[n - 1];
        else
            value[i] = sorted[k] + (h - k) * (sorted[k + 1] - sorted[k]);
    }
}
