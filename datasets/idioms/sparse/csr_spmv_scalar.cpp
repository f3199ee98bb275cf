void spmv_csr(int num_rows, const int *row_ptr, const int *col_idx, const float *vals, const float *x, float *y)
{
    for (int row = 0; row < num_rows; row++) {
        float sum = 0.0f;
        for (int k = row_ptr[row]; k < row_ptr[row + 1]; k++) {
            sum += vals[k] * x[col_idx[k]];
        }
        y[row] = sum;
    }
}
