// A := (I - tau v v^T) A, one column at a time.
void householder_left(float *A, const float *v, float tau, int m, int n)
{
    for (int j = 0; j < n; j++) {
        float dot = 0.0f;
        for (int i = 0; i < m; i++)
            dot += v[i] * A[i * n + j];
        dot *= tau;
        for (int i = 0; i < m; i++)
            A[i * n + j] -= dot * v[i];
    }
}
