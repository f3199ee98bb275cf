void bilateral_filter_line(const float* noisy, float* smooth, int n, int reach, float sharpness)
{
    int r = reach < 0 ? -reach : reach;
    for (int i = 0; i < n; ++i) {
        float weights = 1.0f, sum = noisy[i];
        for (int d = 1; d <= r; ++d) {
            if (i - d >= 0) {
                float jump = noisy[i - d] - noisy[i];
                float w = 1.0f / (1.0f + d + sharpness * sharpness * jump * jump);
                weights += w;
                sum += w * noisy[i - d];
            }
            if (i + d < n) {
                float jump = noisy[i + d] - noisy[i];
                float w = 1.0f / (1.0f + d + sharpness * sharpness * jump * jump);
                weights += w;
                sum += w * noisy[i + d];
            }
        }
        smooth[i] = sum / weights;
    }
}
