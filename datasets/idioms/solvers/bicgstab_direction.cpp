void bicgstab_p(double *p, const double *r, const double *v, double beta, double omega, int n)
{
    for (int i = 0; i < n; ++i)
        p[i] = r[i] + beta * (p[i] - omega * v[i]);
}
