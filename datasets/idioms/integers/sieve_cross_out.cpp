void cross_out_multiples(char *composite, int p, int n)
{
    if (p < 2) return;
    for (int m = p * p; m < n; m += p)
        composite[m] = 1;
}
