void upsample(const float *x, float *out, int w, int h, int c, int stride, float scale)
{
    for (int k = 0; k < c; ++k)
        for (int j = 0; j < h * stride; ++j)
            for (int i = 0; i < w * stride; ++i)
                out[(k * h * stride + j) * w * stride + i] = scale * x[(k * h + j / stride) * w + i / stride];
}
