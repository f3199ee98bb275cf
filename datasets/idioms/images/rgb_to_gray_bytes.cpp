void rgb2gray(const unsigned char *rgb, unsigned char *gray, int width, int height)
{
    for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
            int p = y * width + x;
            gray[p] = (unsigned char)((77 * rgb[3 * p] + 151 * rgb[3 * p + 1] + 28 * rgb[3 * p + 2]) >> 8);
        }
    }
}
