void mean_value(const float *x, float *mean, int n)
{
    float acc = 0.0f;
    for (int i = 0; i < n; i++)
        acc += x[i];
    mean[0] = acc / n;
}
