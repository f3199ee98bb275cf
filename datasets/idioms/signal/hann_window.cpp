#include <cmath>

void apply_hann(double *signal, int n)
{
    const double pi = 3.14159265358979323846;
    for (int i = 0; i < n; i++) {
        double w = n > 1 ? 0.5 * (1.0 - cos(2.0 * pi * i / (n - 1))) : 1.0;
        signal[i] *= w;
    }
}
