void spmv_ell(int num_rows, int max_cols_per_row, const int *indices, const float *data, const float *x, float *y)
{
    for (int row = 0; row < num_rows; ++row) {
        float dot = 0;
        for (int n = 0; n < max_cols_per_row; ++n) {
            int col = indices[num_rows * n + row];
            float val = data[num_rows * n + row];
            if (val != 0)
                dot += val * x[col];
        }
        y[row] += dot;
    }
}
