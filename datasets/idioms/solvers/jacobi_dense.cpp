void jacobi(const float *A, const float *b, const float *x, float *x_new, int n)
{
    for (int i = 0; i < n; i++) {
        float sigma = 0.0f;
        for (int j = 0; j < n; j++) {
            if (j != i)
                sigma += A[i * n + j] * x[j];
        }
        x_new[i] = (b[i] - sigma) / A[i * n + i];
    }
}
