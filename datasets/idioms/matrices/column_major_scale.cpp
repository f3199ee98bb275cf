void scale_columns_cm(double *a, const double *s, size_t lda, size_t m, size_t n)
{
    for (size_t j = 0; j < n; j++)
        for (size_t i = 0; i < m; i++)
            a[i + j * lda] *= s[j];
}
