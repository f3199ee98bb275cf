void pack_upper(const double *full, double *packed, int n)
{
    for (int i = 0; i < n; i++)
        for (int j = i; j < n; j++)
            packed[i * n - i * (i - 1) / 2 + (j - i)] = full[i * n + j];
}
