#include <cmath>

void wrap_degrees(float *angle, int n)
{
    for (int i = 0; i < n; i++) {
        float a = fmodf(angle[i], 360.0f);
        if (a < 0.0f)
            a += 360.0f;
        angle[i] = a;
    }
}
