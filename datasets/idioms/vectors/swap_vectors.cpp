void swap_vectors(const int n, float *x, const int incx, float *y, const int incy)
{
    for (int i = 0; i < n; i++) {
        float tmp = x[i * incx];
        x[i * incx] = y[i * incy];
        y[i * incy] = tmp;
    }
}
