void scale_rows(float *a, const float *d, int rows, int cols)
{
    for (int i = 0; i < rows; i++)
        for (int j = 0; j < cols; j++)
            a[i * cols + j] *= d[i];
}
