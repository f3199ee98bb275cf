void axpyi(int nz, double a, const double *x, const int *indx, double *y)
{
    if (a == 0.0) return;
    for (int i = 0; i < nz; i++) {
        int p = indx[i];
        y[p] += a * x[i];
    }
}
