void copy_part(int uplo, int m, int n, const double *a, int lda, double *b, int ldb)
{
    if (uplo == 1) {
        for (int j = 0; j < n; j++)
            for (int i = 0; i <= j && i < m; i++)
                b[i + j * ldb] = a[i + j * lda];
    } else if (uplo == 2) {
        for (int j = 0; j < n; j++)
            for (int i = j; i < m; i++)
                b[i + j * ldb] = a[i + j * lda];
    } else {
        for (int j = 0; j < n; j++)
            for (int i = 0; i < m; i++)
                b[i + j * ldb] = a[i + j * lda];
    }
}
