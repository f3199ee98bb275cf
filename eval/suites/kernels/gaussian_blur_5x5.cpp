void gaussian_blur_5x5(const unsigned char* source, unsigned char* blurred, int height, int width)
{
    const int binomial[5] = {1, 4, 6, 4, 1};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            int sum = 128;
            for (int v = 0; v < 5; ++v)
                for (int u = 0; u < 5; ++u) {
                    int yy = y + v - 2, xx = x + u - 2;
                    yy = yy < 0 ? 0 : yy >= height ? height - 1 : yy;
                    xx = xx < 0 ? 0 : xx >= width ? width - 1 : xx;
                    sum += binomial[v] * binomial[u] * source[yy * width + xx];
                }
            blurred[y * width + x] = (unsigned char)(sum >> 8);
        }
}
