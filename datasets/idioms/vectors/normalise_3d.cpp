#include <cmath>

void normalize_vectors(double *xyz, int count)
{
    for (int i = 0; i < count; i++) {
        double x = xyz[i * 3], y = xyz[i * 3 + 1], z = xyz[i * 3 + 2];
        double len = sqrt(x * x + y * y + z * z);
        if (len > 0.0) {
            xyz[i * 3] = x / len;
            xyz[i * 3 + 1] = y / len;
            xyz[i * 3 + 2] = z / len;
        }
    }
}
