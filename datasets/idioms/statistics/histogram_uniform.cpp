void histogram(const float *data, int *hist, float lo, float width, int nbins, int n)
{
    for (int i = 0; i < n; i++) {
        float t = (data[i] - lo) / width;
        if (t >= 0.0f && t < (float)nbins)
            hist[(int)t]++;
    }
}
