void hardsigmoid(const float *x, float *y, int n)
{
    for (int i = 0; i < n; i++) {
        float t = 0.2f * x[i] + 0.5f;
        if (t < 0.f) t = 0.f;
        if (t > 1.f) t = 1.f;
        y[i] = t;
    }
}
