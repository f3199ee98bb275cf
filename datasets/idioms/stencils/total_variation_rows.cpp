#include <cmath>

void tv_rows(const float *img, float *tv, int height, int width)
{
    for (int y = 0; y < height; y++) {
        float s = 0.0f;
        for (int x = 0; x < width - 1; x++)
            s += fabsf(img[y * width + x + 1] - img[y * width + x]);
        tv[y] = s;
    }
}
