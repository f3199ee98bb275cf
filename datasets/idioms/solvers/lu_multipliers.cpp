void lu_scale_column(double *a, int k, int n)
{
    for (int i = k + 1; i < n; i++)
        a[i * n + k] = a[i * n + k] / a[k * n + k];
}
