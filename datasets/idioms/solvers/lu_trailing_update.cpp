void lu_update(float *A, int k, int N)
{
    for (int row = k + 1; row < N; row++)
        for (int col = k + 1; col < N; col++)
            A[row * N + col] -= A[row * N + k] * A[k * N + col];
}
