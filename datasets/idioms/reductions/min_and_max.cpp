void minmax(const int *v, int *range, int n)
{
    for (int i = 0; i < n; i++) {
        if (v[i] < range[0]) range[0] = v[i];
        if (v[i] > range[1]) range[1] = v[i];
    }
}
