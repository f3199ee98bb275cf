void tanh_backward(const double *y, const double *dy, double *dx, long n)
{
    for (long i = 0; i < n; i++)
        dx[i] = dy[i] * (1.0 - y[i] * y[i]);
}
