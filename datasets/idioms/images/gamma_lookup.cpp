void apply_lut(unsigned char *image, const unsigned char *lut, size_t n)
{
    for (size_t i = 0; i < n; ++i)
        image[i] = lut[image[i]];
}
