void coo_spmv(const int nnz, const int* rows, const int* cols, const double* values, const double* x, double* y)
{
    for (int n = 0; n < nnz; n++)
        y[rows[n]] += values[n] * x[cols[n]];
}
