void smooth3(int n, float *y)
{
    if (n < 3)
        return;
    float prev = y[0];
    for (int i = 1; i < n - 1; i++) {
        float cur = y[i];
        y[i] = 0.25f * prev + 0.5f * cur + 0.25f * y[i + 1];
        prev = cur;
    }
}
