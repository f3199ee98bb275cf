void hilbert_matrix(float *h, int n)
{
    for (int row = 0; row < n; row++)
        for (int col = 0; col < n; col++)
            h[row * n + col] = 1.0f / (float)(row + col + 1);
}
