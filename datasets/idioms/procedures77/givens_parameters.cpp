#include <cmath>

void mkgivens(double *a, double *b, double *c, double *s)
{
    double roe = *b;
    if (std::fabs(*a) > std::fabs(*b))
        roe = *a;
    double scale = std::fabs(*a) + std::fabs(*b);
    if (scale == 0.0) {
        *c = 1.0;
        *s = 0.0;
        return;
    }
    double r = scale * std::sqrt((*a / scale) * (*a / scale) + (*b / scale) * (*b / scale));
    if (roe < 0.0)
        r = -r;
    *c = *a / r;
    *s = *b / r;
    *a = r;
    *b = 0.0;
}
