void flip_horizontal(const int *src, int *dst, int width, int height, int channels)
{
    for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
            for (int c = 0; c < channels; c++)
                dst[(y * width + width - 1 - x) * channels + c] = src[(y * width + x) * channels + c];
}
