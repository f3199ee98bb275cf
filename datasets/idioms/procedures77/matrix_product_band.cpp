void bandmv(int n, int ml, int mu, const double *ab, int ldab, const double *x, double *y)
{
    for (int i = 0; i < n; i++)
        y[i] = 0.0;
    for (int j = 0; j < n; j++) {
        int i1 = j - mu > 0 ? j - mu : 0;
        int i2 = j + ml < n - 1 ? j + ml : n - 1;
        for (int i = i1; i <= i2; i++)
            y[i] += ab[mu + i - j + j * ldab] * x[j];
    }
}
