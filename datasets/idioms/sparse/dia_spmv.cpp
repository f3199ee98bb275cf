void dia_matvec(const int n, const int num_diags, const int *offsets, const double *diags, const double *x, double *y)
{
    for (int i = 0; i < n; i++) {
        double acc = 0.0;
        for (int d = 0; d < num_diags; d++) {
            int j = i + offsets[d];
            if (j >= 0 && j < n)
                acc += diags[d * n + i] * x[j];
        }
        y[i] = acc;
    }
}
