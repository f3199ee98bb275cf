void get_diagonal(const int n, const int *rowptr, const int *col, const double *val, double *diag)
{
    for (int i = 0; i < n; i++) {
        diag[i] = 0.0;
        for (int k = rowptr[i]; k < rowptr[i + 1]; k++) {
            if (col[k] == i) {
                diag[i] = val[k];
                break;
            }
        }
    }
}
