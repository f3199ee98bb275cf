#include <cmath>

void lufac(int n, double *a, int lda, int *ipiv, int *info)
{
    if (lda < n) {
        *info = -3;
        return;
    }
    *info = 0;
    for (int k = 0; k < n; k++) {
        int l = k;
        for (int i = k + 1; i < n; i++)
            if (std::fabs(a[i + k * lda]) > std::fabs(a[l + k * lda]))
                l = i;
        ipiv[k] = l + 1;
        if (a[l + k * lda] == 0.0) {
            if (*info == 0)
                *info = k + 1;
            continue;
        }
        if (l != k) {
            for (int j = 0; j < n; j++) {
                double t = a[l + j * lda];
                a[l + j * lda] = a[k + j * lda];
                a[k + j * lda] = t;
            }
        }
        for (int i = k + 1; i < n; i++)
            a[i + k * lda] /= a[k + k * lda];
        for (int j = k + 1; j < n; j++)
            for (int i = k + 1; i < n; i++)
                a[i + j * lda] -= a[i + k * lda] * a[k + j * lda];
    }
}
