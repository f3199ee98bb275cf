void median3(const int *a, const int *b, const int *c, int *med, int n)
{
    for (int i = 0; i < n; i++) {
        int lo = a[i] < b[i] ? a[i] : b[i];
        int hi = a[i] < b[i] ? b[i] : a[i];
        int m = hi < c[i] ? hi : c[i];
        med[i] = lo > m ? lo : m;
    }
}
