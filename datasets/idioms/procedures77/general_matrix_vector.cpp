// y := alpha A x + beta y, the columns of A lda apart.
void gemvn(int m, int n, double alpha, const double *a, int lda, const double *x, double beta, double *y, int *info)
{
    *info = 0;
    if (m < 0)
        *info = 1;
    else if (n < 0)
        *info = 2;
    else if (lda < (m > 1 ? m : 1))
        *info = 5;
    if (*info != 0)
        return;
    for (int i = 0; i < m; i++)
        y[i] = beta * y[i];
    for (int j = 0; j < n; j++) {
        double temp = alpha * x[j];
        for (int i = 0; i < m; i++)
            y[i] += temp * a[i + j * lda];
    }
}
