void count_positive(const float *x, int *positives, int n)
{
    for (int i = 0; i < n; i++)
        if (x[i] > 0.0f)
            positives[0] += 1;
}
