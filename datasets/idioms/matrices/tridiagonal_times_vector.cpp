void tridiag_mv(const double *lower, const double *diag, const double *upper, const double *x, double *y, int n)
{
    for (int i = 0; i < n; i++) {
        double v = diag[i] * x[i];
        if (i > 0)
            v += lower[i] * x[i - 1];
        if (i < n - 1)
            v += upper[i] * x[i + 1];
        y[i] = v;
    }
}
