void shift_diagonal(double *a, const double sigma, const int n, const int lda)
{
    for (int i = 0; i < n; i++)
        a[i * lda + i] += sigma;
}
