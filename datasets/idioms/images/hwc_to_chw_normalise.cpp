void hwc_to_chw(const unsigned char *src, float *dst, const float *mean, const float *std, int height, int width)
{
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
            for (int c = 0; c < 3; c++)
                dst[(c * height + y) * width + x] = (src[(y * width + x) * 3 + c] / 255.0f - mean[c]) / std[c];
}
