#include <cmath>

void softsign(double *data, double *out, int n)
{
    for (int k = 0; k < n; k++)
        out[k] = data[k] / (1.0 + fabs(data[k]));
}
