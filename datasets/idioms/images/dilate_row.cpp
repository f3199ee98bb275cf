void dilate_rows(const int *mask, int *grown, int width, int height, int reach)
{
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            int found = 0;
            for (int k = x - reach; k <= x + reach; ++k)
                if (k >= 0 && k < width && mask[y * width + k] != 0)
                    found = 1;
            grown[y * width + x] = found;
        }
}
