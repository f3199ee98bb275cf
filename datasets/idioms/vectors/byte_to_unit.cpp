void bytes_to_unit(const unsigned char *pixels, float *out, const float mean, const float std, int n)
{
    for (int i = 0; i < n; i++)
        out[i] = (pixels[i] / 255.f - mean) / std;
}
