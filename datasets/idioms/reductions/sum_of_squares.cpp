void sum_squares(const float *x, float *total, int n)
{
    float s = 0.f;
    for (int i = 0; i < n; i++)
        s += x[i] * x[i];
    total[0] += s;
}
