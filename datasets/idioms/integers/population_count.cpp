void popcount(const unsigned int *x, int *bits, int n)
{
    for (int i = 0; i < n; i++) {
        unsigned int v = x[i];
        int c = 0;
        while (v) {
            v &= v - 1;
            c++;
        }
        bits[i] = c;
    }
}
