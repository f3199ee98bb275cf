#include <cmath>

void mean_abs_dev(const double *x, double center, int n, double *result)
{
    double total = 0.0;
    for (int i = 0; i < n; i++)
        total += fabs(x[i] - center);
    *result = n > 0 ? total / n : 0.0;
}
