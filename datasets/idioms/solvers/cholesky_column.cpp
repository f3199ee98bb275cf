#include <cmath>

void cholesky_column(const double *A, double *L, int j, int n)
{
    double d = A[j * n + j];
    for (int k = 0; k < j; k++)
        d -= L[j * n + k] * L[j * n + k];
    d = sqrt(fabs(d) + 1.0);
    for (int i = j + 1; i < n; i++) {
        double s = A[i * n + j];
        for (int k = 0; k < j; k++)
            s -= L[i * n + k] * L[j * n + k];
        L[i * n + j] = s / d;
    }
}
