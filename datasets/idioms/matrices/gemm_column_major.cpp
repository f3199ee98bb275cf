void dgemm_nn(int m, int n, int k, double alpha, const double *a, int lda, const double *b, int ldb, double beta, double *c, int ldc)
{
    for (int j = 0; j < n; j++) {
        for (int i = 0; i < m; i++) {
            double t = 0.0;
            for (int p = 0; p < k; p++)
                t += a[i + p * lda] * b[p + j * ldb];
            c[i + j * ldc] = alpha * t + beta * c[i + j * ldc];
        }
    }
}
