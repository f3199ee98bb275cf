void widenIndices(const int *local, long *global, const long base, const int N)
{
    for (int id = 0; id < N; id++)
        global[id] = base + (long)local[id];
}
