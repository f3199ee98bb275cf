void transpose(const float* in, float* out, int height, int width)
{
    for (int x = 0; x < width; ++x)
        for (int y = 0; y < height; ++y)
            *out++ = in[y * width + x];
}
