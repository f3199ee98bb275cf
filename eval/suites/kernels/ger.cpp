void ger(double* A, const double* x, const double* y, int m, int n, double alpha)
{
    for (int j = 0; j < n; ++j) {
        double column_factor = alpha * y[j];
        for (int i = 0; i < m; ++i)
            A[i * n + j] += x[i] * column_factor;
    }
}
