void fill_rows(int *m, const int *values, int rows, int cols)
{
    for (int r = 0; r < rows; r++)
        for (int c = 0; c < cols; c++)
            m[r * cols + c] = values[r] + c;
}
