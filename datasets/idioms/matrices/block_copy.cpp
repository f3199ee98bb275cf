void copy_block(const float *src, int lds, float *dst, int ldd, int h, int w)
{
    for (int i = 0; i < h; i++)
        for (int j = 0; j < w; j++)
            dst[i * ldd + j] = src[i * lds + j];
}
