void drot(int n, double *dx, int incx, double *dy, int incy, double c, double s)
{
    for (int i = 0; i < n; ++i) {
        double temp = c * dx[i * incx] + s * dy[i * incy];
        dy[i * incy] = c * dy[i * incy] - s * dx[i * incx];
        dx[i * incx] = temp;
    }
}
