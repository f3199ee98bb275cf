void find_max(const int *data, int *best, int n)
{
    for (int i = 0; i < n; i++)
        if (data[i] > *best)
            *best = data[i];
}
