void downsample(const float *src, float *dst, int factor, int out_len)
{
    for (int i = 0; i < out_len; ++i)
        dst[i] = src[i * factor];
}
