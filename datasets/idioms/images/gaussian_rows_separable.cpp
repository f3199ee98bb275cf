void blur_rows(const float *src, float *dst, const float *weights, int radius, int width, int height)
{
    for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
            float acc = 0.0f;
            for (int k = -radius; k <= radius; k++) {
                int xi = x + k;
                if (xi < 0) xi = 0;
                if (xi > width - 1) xi = width - 1;
                acc += weights[k + radius] * src[y * width + xi];
            }
            dst[y * width + x] = acc;
        }
    }
}
