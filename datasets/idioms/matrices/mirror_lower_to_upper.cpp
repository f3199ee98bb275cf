void copyLowerToUpper(float *mat, int n)
{
    for (int r = 0; r < n; r++)
        for (int c = 0; c < r; c++)
            mat[c * n + r] = mat[r * n + c];
}
