#include <cmath>

void sample_statistics(const double *x, int n, double *mean, double *stderr_out)
{
    double s = 0.0, s2 = 0.0;
    for (int i = 0; i < n; i++) {
        s += x[i];
        s2 += x[i] * x[i];
    }
    *mean = s / n;
    *stderr_out = sqrt(fabs(s2 / n - (s / n) * (s / n)) / n);
}
