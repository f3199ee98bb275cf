#include <cmath>

void warp_affine(const float *src, float *dst, const float *m, int w, int h, float fill)
{
    for (int y = 0; y < h; y++)
        for (int x = 0; x < w; x++) {
            float fx = m[0] * x + m[1] * y + m[2];
            float fy = m[3] * x + m[4] * y + m[5];
            float value = fill;
            if (fx >= 0.0f && fx < w && fy >= 0.0f && fy < h)
                value = src[(int)fy * w + (int)fx];
            dst[y * w + x] = value;
        }
}
