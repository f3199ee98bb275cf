void count_hits(const float *x, const float *y, int *hits, int n)
{
    for (int i = 0; i < n; i++)
        if (x[i] * x[i] + y[i] * y[i] <= 1.0f)
            *hits += 1;
}
