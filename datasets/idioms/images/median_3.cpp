void median_rows(const int *in, int *out, int width, int height)
{
    for (int y = 0; y < height; y++)
        for (int x = 1; x < width - 1; x++) {
            int a = in[y * width + x - 1], b = in[y * width + x], c = in[y * width + x + 1];
            int lo = a < b ? a : b;
            int hi = a < b ? b : a;
            out[y * width + x] = c < lo ? lo : (c > hi ? hi : c);
        }
}
