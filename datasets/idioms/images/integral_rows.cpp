void integral_rows(const unsigned char *img, unsigned int *integral, int width, int height)
{
    for (int y = 0; y < height; y++) {
        unsigned int sum = 0;
        for (int x = 0; x < width; x++) {
            sum += img[y * width + x];
            integral[y * width + x] = sum;
        }
    }
}
