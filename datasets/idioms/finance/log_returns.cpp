#include <cmath>

void log_returns(const double *price, double *ret, int n)
{
    for (int t = 1; t < n; t++)
        ret[t - 1] = log(price[t] / price[t - 1]);
}
