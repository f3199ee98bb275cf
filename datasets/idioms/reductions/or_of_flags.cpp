void combine_flags(const int *flags, int *all_or, int *all_and, int n)
{
    for (int i = 0; i < n; i++) {
        *all_or |= flags[i];
        *all_and &= flags[i];
    }
}
