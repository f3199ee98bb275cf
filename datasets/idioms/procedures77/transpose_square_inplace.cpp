void trsq(int n, float *a, int lda)
{
    for (int j = 1; j < n; j++)
        for (int i = 0; i < j; i++) {
            float t = a[i + j * lda];
            a[i + j * lda] = a[j + i * lda];
            a[j + i * lda] = t;
        }
}
