void next_pow2(const int *x, int *p, int n)
{
    for (int i = 0; i < n; i++) {
        int r = 1;
        while (r < x[i])
            r <<= 1;
        p[i] = r;
    }
}
