void daxpy5(int n, double da, const double *dx, double *dy)
{
    if (n <= 0)
        return;
    if (da == 0.0)
        return;
    int m = n % 4;
    for (int i = 0; i < m; i++)
        dy[i] = dy[i] + da * dx[i];
    for (int i = m; i < n; i += 4) {
        dy[i] = dy[i] + da * dx[i];
        dy[i + 1] = dy[i + 1] + da * dx[i + 1];
        dy[i + 2] = dy[i + 2] + da * dx[i + 2];
        dy[i + 3] = dy[i + 3] + da * dx[i + 3];
    }
}
