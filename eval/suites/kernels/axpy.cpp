void axpy(int n, double alpha, const double* x, int incx, double* y, int incy)
{
    if (alpha == 0.0)
        return;
    for (int k = 0; k < n; ++k)
        y[k * incy] += alpha * x[k * incx];
}
