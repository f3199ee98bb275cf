void markOutliers(const float *values, const float center, const float radius, int *flags, int n)
{
    for (int i = 0; i < n; i++) {
        float d = values[i] - center;
        flags[i] = (d * d > radius * radius) ? 1 : 0;
    }
}
