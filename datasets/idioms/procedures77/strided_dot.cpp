double ddotinc(int n, const double *x, int incx, const double *y, int incy)
{
    double dtemp = 0.0;
    if (n <= 0)
        return dtemp;
    int ix = 0, iy = 0;
    if (incx < 0) ix = (-n + 1) * incx;
    if (incy < 0) iy = (-n + 1) * incy;
    for (int i = 0; i < n; i++) {
        dtemp += x[ix] * y[iy];
        ix += incx;
        iy += incy;
    }
    return dtemp;
}
