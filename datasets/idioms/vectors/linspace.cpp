void linspace(double *x, double start, double stop, int n)
{
    for (int i = 0; i < n; i++)
        x[i] = start + (stop - start) * i / (double)(n - 1);
}
