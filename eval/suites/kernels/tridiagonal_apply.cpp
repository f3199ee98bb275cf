void tridiagonal_apply(int n, const double* below, const double* diagonal, const double* above, const double* x, double* y)
{
    for (int i = 0; i < n; ++i) {
        double value = diagonal[i] * x[i];
        if (i > 0)
            value += below[i] * x[i - 1];
        if (i + 1 < n)
            value += above[i] * x[i + 1];
        y[i] = value;
    }
}
