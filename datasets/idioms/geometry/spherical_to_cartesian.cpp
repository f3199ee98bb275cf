#include <cmath>

void to_cartesian(const double *r, const double *theta, const double *phi, double *xyz, int n)
{
    for (int i = 0; i < n; i++) {
        xyz[i] = r[i] * sin(theta[i]) * cos(phi[i]);
        xyz[i + n] = r[i] * sin(theta[i]) * sin(phi[i]);
        xyz[i + 2 * n] = r[i] * cos(theta[i]);
    }
}
