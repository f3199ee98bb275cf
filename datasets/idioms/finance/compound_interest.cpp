void compound(double *balance, const double *rate, double deposit, int years, int accounts)
{
    for (int a = 0; a < accounts; a++)
        for (int y = 0; y < years; y++)
            balance[a] = balance[a] * (1.0 + rate[a] / 100.0) + deposit;
}
