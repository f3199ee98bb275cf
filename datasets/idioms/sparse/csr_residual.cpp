#include <cmath>

void csr_residual_abs(int nrow, const int *ia, const int *ja, const double *a, const double *x, const double *rhs, double *r)
{
    for (int i = 0; i < nrow; i++) {
        double s = rhs[i];
        for (int jj = ia[i]; jj < ia[i + 1]; jj++)
            s -= a[jj] * x[ja[jj]];
        r[i] = std::fabs(s);
    }
}
