void batched_matvec(const float *A, const float *x, float *y, int batch, int n)
{
    for (int b = 0; b < batch; b++) {
        for (int i = 0; i < n; i++) {
            const float *row = A + (b * n + i) * n;
            float s = 0.0f;
            for (int j = 0; j < n; j++)
                s += row[j] * x[b * n + j];
            y[b * n + i] = s;
        }
    }
}
