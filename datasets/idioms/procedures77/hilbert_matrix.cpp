void hilb(int n, double *h, int ldh)
{
    for (int j = 1; j <= n; j++)
        for (int i = 1; i <= n; i++)
            h[(i - 1) + (j - 1) * ldh] = 1.0 / (double)(i + j - 1);
}
