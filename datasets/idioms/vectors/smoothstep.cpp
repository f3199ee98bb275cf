void smoothstep(const float *x, float *y, float edge0, float edge1, int n)
{
    for (int i = 0; i < n; i++) {
        float t = (x[i] - edge0) / (edge1 - edge0);
        t = t < 0.0f ? 0.0f : t;
        t = t > 1.0f ? 1.0f : t;
        y[i] = t * t * (3.0f - 2.0f * t);
    }
}
