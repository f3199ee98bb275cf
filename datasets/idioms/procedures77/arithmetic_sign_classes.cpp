void classify(int n, const double *x, int *neg, int *zero, int *pos)
{
    *neg = 0;
    *zero = 0;
    *pos = 0;
    for (int i = 0; i < n; i++) {
        if (x[i] < 0.0)
            ++*neg;
        else if (x[i] == 0.0)
            ++*zero;
        else
            ++*pos;
    }
}
