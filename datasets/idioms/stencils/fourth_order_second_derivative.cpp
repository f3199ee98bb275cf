void d2_fourth_order(const double *u, double *d2u, int n)
{
    const double c0 = -2.5, c1 = 4.0 / 3.0, c2 = -1.0 / 12.0;
    for (int i = 2; i < n - 2; i++)
        d2u[i] = c0 * u[i] + c1 * (u[i - 1] + u[i + 1]) + c2 * (u[i - 2] + u[i + 2]);
}
