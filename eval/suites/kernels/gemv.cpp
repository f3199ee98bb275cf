void gemv(int m, int n, double alpha, const double* A, const double* x, double beta, double* y)
{
    for (int i = 0; i < m; ++i) {
        const double* line = A + (long)i * n;
        double inner = 0.0;
        for (int j = 0; j < n; ++j)
            inner += line[j] * x[j];
        y[i] = alpha * inner + beta * y[i];
    }
}
