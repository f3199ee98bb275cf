void income_tax(const double *income, double *tax, int n)
{
    for (int i = 0; i < n; i++) {
        double x = income[i];
        if (x <= 10.0)
            tax[i] = 0.0;
        else if (x <= 40.0)
            tax[i] = (x - 10.0) * 0.2;
        else
            tax[i] = 6.0 + (x - 40.0) * 0.4;
    }
}
