void trisolve(int n, const double *c, double *d, const double *e, double *b, int *info)
{
    *info = 0;
    for (int k = 1; k < n; k++) {
        if (d[k - 1] == 0.0) {
            *info = k;
            return;
        }
        double t = c[k] / d[k - 1];
        d[k] -= t * e[k - 1];
        b[k] -= t * b[k - 1];
    }
    if (n < 1)
        return;
    if (d[n - 1] == 0.0) {
        *info = n;
        return;
    }
    b[n - 1] /= d[n - 1];
    for (int k = n - 2; k >= 0; k--)
        b[k] = (b[k] - e[k] * b[k + 1]) / d[k];
}
