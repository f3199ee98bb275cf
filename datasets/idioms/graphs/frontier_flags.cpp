void mark_frontier(const int *cost, const int *mask, int *flags, int current, int N)
{
    int i;
    for (i = 0; i < N; i++)
        flags[i] = (mask[i] != 0 && cost[i] == current) ? 1 : 0;
}
