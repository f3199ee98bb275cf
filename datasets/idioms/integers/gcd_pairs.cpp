void gcd_array(const int *a, const int *b, int *g, int n)
{
    for (int i = 0; i < n; i++) {
        int x = a[i] < 0 ? -a[i] : a[i];
        int y = b[i] < 0 ? -b[i] : b[i];
        while (y != 0) {
            int t = x % y;
            x = y;
            y = t;
        }
        g[i] = x;
    }
}
