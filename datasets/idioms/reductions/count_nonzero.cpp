void count_nonzero(const float *x, int *count, const int n)
{
    int c = 0;
    for (int i = 0; i < n; i++)
        if (x[i] != 0.0f)
            c++;
    *count += c;
}
