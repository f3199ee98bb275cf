void crop(const float *img, float *out, int stride, int left, int top, int cw, int ch)
{
    for (int y = 0; y < ch; y++)
        for (int x = 0; x < cw; x++)
            out[y * cw + x] = img[(top + y) * stride + left + x];
}
