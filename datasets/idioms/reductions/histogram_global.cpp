void histogram_bins(const float *values, int *hist, float lo, float width, int bins, int n)
{
    for (int i = 0; i < n; i++) {
        float pos = (values[i] - lo) / width;
        if (pos >= 0.0f && pos < bins)
            hist[(int)pos]++;
    }
}
