#include <cmath>

void silu(const double *x, double *y, long n)
{
    for (long i = 0; i < n; ++i)
        y[i] = x[i] / (1.0 + exp(-x[i]));
}
