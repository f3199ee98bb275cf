#include <cmath>

void sinc(const double *t, double *s, int n)
{
    const double pi = 3.14159265358979323846;
    for (int i = 0; i < n; i++) {
        double a = pi * t[i];
        s[i] = (a == 0.0) ? 1.0 : sin(a) / a;
    }
}
