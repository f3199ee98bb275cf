void normalize_rows(float *m, int rows, int cols)
{
    for (int r = 0; r < rows; r++) {
        float sum = 0.0f;
        for (int c = 0; c < cols; c++)
            sum += m[r * cols + c] * m[r * cols + c];
        float scale = 1.0f / (sum + 1.0f);
        for (int c = 0; c < cols; c++)
            m[r * cols + c] *= scale;
    }
}
