void partition_flags(const double *keys, int *below, int *above, double pivot, int count)
{
    for (int i = 0; i < count; ++i) {
        below[i] = keys[i] < pivot;
        above[i] = keys[i] > pivot;
    }
}
