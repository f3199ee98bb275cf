#include <cmath>

void minmod_slopes(const double *u, double *slope, int n)
{
    for (int i = 1; i < n - 1; i++) {
        double a = u[i] - u[i - 1];
        double b = u[i + 1] - u[i];
        if (a * b <= 0.0)
            slope[i] = 0.0;
        else
            slope[i] = fabs(a) < fabs(b) ? a : b;
    }
}
