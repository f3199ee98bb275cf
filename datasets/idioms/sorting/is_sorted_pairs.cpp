void count_inversions_adjacent(const double *v, int *bad, int n)
{
    *bad = 0;
    for (int i = 0; i < n - 1; i++)
        if (v[i] > v[i + 1])
            (*bad)++;
}
