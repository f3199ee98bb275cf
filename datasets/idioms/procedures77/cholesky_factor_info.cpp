#include <cmath>

void chol(double *a, int lda, int n, int *info)
{
    if (lda < n) {
        *info = -2;
        return;
    }
    for (int j = 0; j < n; j++) {
        *info = j + 1;
        double s = 0.0;
        for (int k = 0; k < j; k++) {
            double t = a[k + j * lda];
            for (int i = 0; i < k; i++)
                t -= a[i + k * lda] * a[i + j * lda];
            t = t / a[k + k * lda];
            a[k + j * lda] = t;
            s += t * t;
        }
        s = a[j + j * lda] - s;
        if (!(s > 0.0))
            return;
        a[j + j * lda] = std::sqrt(s);
    }
    *info = 0;
}
