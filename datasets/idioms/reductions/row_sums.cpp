void row_sums(const float *mat, float *sums, int rows, int cols)
{
    for (int r = 0; r < rows; r++) {
        float s = 0.0f;
        for (int c = 0; c < cols; c++)
            s += mat[r * cols + c];
        sums[r] = s;
    }
}
