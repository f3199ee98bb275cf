void resize_nearest(const unsigned char *src, unsigned char *dst, int sw, int sh, int dw, int dh)
{
    for (int y = 0; y < dh; y++)
        for (int x = 0; x < dw; x++) {
            int sx = x * sw / dw;
            int sy = y * sh / dh;
            dst[y * dw + x] = src[sy * sw + sx];
        }
}
