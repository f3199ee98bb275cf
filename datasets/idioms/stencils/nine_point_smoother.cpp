void smooth9(const double *a, double *b, int rows, int cols)
{
    for (int i = 1; i < rows - 1; ++i)
        for (int j = 1; j < cols - 1; ++j) {
            double corners = a[(i - 1) * cols + j - 1] + a[(i - 1) * cols + j + 1] + a[(i + 1) * cols + j - 1] + a[(i + 1) * cols + j + 1];
            double sides = a[(i - 1) * cols + j] + a[(i + 1) * cols + j] + a[i * cols + j - 1] + a[i * cols + j + 1];
            b[i * cols + j] = (corners + 2.0 * sides + 4.0 * a[i * cols + j]) / 16.0;
        }
}
