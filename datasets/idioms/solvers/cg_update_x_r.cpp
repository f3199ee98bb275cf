void cg_update(double *x, double *r, const double *p, const double *Ap, double alpha, int n)
{
    for (int i = 0; i < n; i++) {
        x[i] += alpha * p[i];
        r[i] -= alpha * Ap[i];
    }
}
