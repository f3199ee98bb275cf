void frob2(const double *a, int rows, int cols, int lda, double *res)
{
    double s = 0.0;
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++)
            s += a[i * lda + j] * a[i * lda + j];
    *res += s;
}
