void count_in_range(const double *x, unsigned int *hits, double lo, double hi, int n)
{
    unsigned int local = 0;
    for (int i = 0; i < n; i++)
        if (x[i] >= lo && x[i] < hi)
            local++;
    hits[0] += local;
}
