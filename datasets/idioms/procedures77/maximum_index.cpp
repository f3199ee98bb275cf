#include <cmath>

int idmax(int n, const double *dx, int incx)
{
    int best = 0;
    if (n < 1 || incx <= 0)
        return best;
    best = 1;
    if (n == 1)
        return best;
    int ix = 0;
    double dmax = std::fabs(dx[0]);
    ix += incx;
    for (int i = 1; i < n; i++) {
        if (std::fabs(dx[ix]) > dmax) {
            best = i + 1;
            dmax = std::fabs(dx[ix]);
        }
        ix += incx;
    }
    return best;
}
