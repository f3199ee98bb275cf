double polval(int n, const double *c, double x)
{
    double p = 0.0;
    for (int i = n - 1; i >= 0; i--)
        p = p * x + c[i];
    return p;
}
