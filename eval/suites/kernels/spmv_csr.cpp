void spmv_csr(const size_t n, const int* begins, const int* columns, const double* entries, const double* x, double* Ax)
{
    for (size_t row = 0; row < n; ++row) {
        double inner = 0.0;
        int place = begins[row];
        const int stop = begins[row + 1];
        while (place < stop) {
            inner += entries[place] * x[columns[place]];
            ++place;
        }
        Ax[row] = inner;
    }
}
