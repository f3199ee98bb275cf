void first_exceeding(const float *x, float level, int *first, int n)
{
    for (int i = 0; i < n; i++)
        if (x[i] > level && i < *first)
            *first = i;
}
