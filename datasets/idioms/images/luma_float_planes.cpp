void luminance(const float *r, const float *g, const float *b, float *luma, int n)
{
    for (int i = 0; i < n; i++)
        luma[i] = 0.2126f * r[i] + 0.7152f * g[i] + 0.0722f * b[i];
}
