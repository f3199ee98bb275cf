double csevl(double x, const double *cs, int n)
{
    double b0 = 0.0, b1 = 0.0, b2 = 0.0;
    double twox = 2.0 * x;
    for (int i = n - 1; i >= 0; i--) {
        b2 = b1;
        b1 = b0;
        b0 = twox * b1 - b2 + cs[i];
    }
    return 0.5 * (b0 - b2);
}
