void lu_step(double* a, int n, const double* multipliers, const double* pivot_row, int first)
{
    for (int i = 0; i < n; ++i) {
        if (i < first)
            continue;
        for (int j = 0; j < n; ++j)
            a[i * n + j] -= j >= first ? multipliers[i] * pivot_row[j] : 0.0;
    }
}
