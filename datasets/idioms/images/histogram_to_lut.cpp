void equalise_lut(const int *cdf, int *lut, int cdf_min, int pixels, int levels)
{
    for (int i = 0; i < levels; i++) {
        int range = pixels - cdf_min;
        float v = range > 0 ? (float)(cdf[i] - cdf_min) / range * (levels - 1) : 0.0f;
        lut[i] = v > 0.0f ? (int)(v + 0.5f) : 0;
    }
}
