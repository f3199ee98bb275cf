void threshold(const unsigned char *src, unsigned char *dst, int width, int height, int step, int level)
{
    for (int row = 0; row < height; ++row)
        for (int col = 0; col < width; ++col)
            dst[row * step + col] = src[row * step + col] > level ? 255 : 0;
}
