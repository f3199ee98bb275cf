void dger1(int m, int n, double alpha, const double *x, const double *y, double *a, int lda)
{
    if (m == 0 || n == 0 || alpha == 0.0)
        return;
    for (int j = 0; j < n; j++) {
        if (y[j] != 0.0) {
            double temp = alpha * y[j];
            for (int i = 0; i < m; i++)
                a[i + j * lda] += x[i] * temp;
        }
    }
}
