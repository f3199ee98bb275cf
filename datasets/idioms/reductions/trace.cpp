void trace(const double *a, double *tr, int n)
{
    double t = 0.0;
    for (int i = 0; i < n; i++)
        t += a[i * n + i];
    *tr = *tr + t;
}
