void bgk_collide(double *f, const double *feq, double omega, int q, int n)
{
    for (int d = 0; d < q; d++)
        for (int x = 0; x < n; x++)
            f[d * n + x] += omega * (feq[d * n + x] - f[d * n + x]);
}
