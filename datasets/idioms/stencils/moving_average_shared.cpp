void moving_average(const float *in, float *out, int n)
{
    for (int i = 0; i < n; i++) {
        float sum = 0.0f;
        for (int k = -2; k <= 2; k++) {
            int j = i + k;
            if (j >= 0 && j < n)
                sum += in[j];
        }
        out[i] = sum / 5.0f;
    }
}
