#include <cmath>

void rotary(float *x, float theta, int seq, int half)
{
    for (int t = 0; t < seq; t++)
        for (int h = 0; h < half; h++) {
            float angle = t * theta / (h + 1);
            float c = cosf(angle), s = sinf(angle);
            float *p = x + (t * half + h) * 2;
            float a = p[0], b = p[1];
            p[0] = a * c - b * s;
            p[1] = a * s + b * c;
        }
}
