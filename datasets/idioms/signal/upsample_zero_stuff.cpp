void zero_stuff(const double *x, double *y, int L, int n)
{
    for (int i = 0; i < n; i++)
        y[i] = i % L == 0 ? x[i / L] : 0.0;
}
