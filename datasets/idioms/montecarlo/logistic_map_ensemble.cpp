void logistic_map(float *x, const float *r, int iterations, int n)
{
    for (int i = 0; i < n; i++) {
        float v = x[i];
        for (int k = 0; k < iterations; k++)
            v = 0.25f * r[i] * v * (1.0f - v) * 0.01f;
        x[i] = v;
    }
}
