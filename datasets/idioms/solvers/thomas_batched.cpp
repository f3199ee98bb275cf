// Tridiagonal systems side by side: row k of system s stands at k * batch + s.
void thomas(const double *lower, double *diag, const double *upper, double *rhs, int n, int batch)
{
    if (n < 1)
        return;
    for (int s = 0; s < batch; s++) {
        for (int k = 1; k < n; k++) {
            double w = lower[k * batch + s] / diag[(k - 1) * batch + s];
            diag[k * batch + s] -= w * upper[(k - 1) * batch + s];
            rhs[k * batch + s] -= w * rhs[(k - 1) * batch + s];
        }
        rhs[(n - 1) * batch + s] /= diag[(n - 1) * batch + s];
        for (int k = n - 2; k >= 0; k--)
            rhs[k * batch + s] = (rhs[k * batch + s] - upper[k * batch + s] * rhs[(k + 1) * batch + s]) / diag[k * batch + s];
    }
}
