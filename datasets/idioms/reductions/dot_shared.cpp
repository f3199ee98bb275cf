void dot_product(const float *a, const float *b, float *result, int n)
{
    float sum = 0.0f;
    for (int i = 0; i < n; i++)
        sum += a[i] * b[i];
    *result += sum;
}
