void half_size(const float *in, float *out, int ow, int oh)
{
    int iw = 2 * ow;
    for (int y = 0; y < oh; y++)
        for (int x = 0; x < ow; x++)
            out[y * ow + x] = 0.25f * (in[2 * y * iw + 2 * x] + in[2 * y * iw + 2 * x + 1] + in[(2 * y + 1) * iw + 2 * x] + in[(2 * y + 1) * iw + 2 * x + 1]);
}
