void spmv_ell(int rows, int width, const int* column, const double* data, const double* x, double* y)
{
    for (int r = 0; r < rows; ++r)
        y[r] = 0.0;
    for (int w = 0; w < width; ++w)
        for (int r = 0; r < rows; ++r) {
            int c = column[w * rows + r];
            if (c >= 0)
                y[r] += data[w * rows + r] * x[c];
        }
}
