#include <cmath>

void row_norms(const double *a, double *norms, int m, int n)
{
    for (int i = 0; i < m; ++i) {
        double acc = 0.0;
        for (int j = 0; j < n; ++j) {
            double v = a[i * n + j];
            acc += v * v;
        }
        norms[i] = sqrt(acc);
    }
}
