void any_above(const float *x, float limit, int *flag, int n)
{
    for (int i = 0; i < n; i++)
        if (x[i] > limit)
            *flag = 1;
}
