float simpsn(const float *f, int n, float h)
{
    float s = 0.0f;
    if (n < 3)
        return s;
    for (int i = 1; i < n - 1; i += 2)
        s += f[i - 1] + 4.0f * f[i] + f[i + 1];
    return s * h / 3.0f;
}
