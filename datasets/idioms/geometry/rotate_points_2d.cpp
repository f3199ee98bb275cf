#include <cmath>

void rotate_points(double *x, double *y, double angle, int n)
{
    double c = cos(angle), s = sin(angle);
    for (int i = 0; i < n; i++) {
        double xi = x[i];
        x[i] = c * xi - s * y[i];
        y[i] = s * xi + c * y[i];
    }
}
