void vswap(int n, double *a, int ia, double *b, int ib)
{
    for (int k = 0; k < n; k++) {
        double w = a[k * ia];
        a[k * ia] = b[k * ib];
        b[k * ib] = w;
    }
}
