void subtract_saturated(const unsigned char *a, const unsigned char *b, unsigned char *c, const int len)
{
    for (int i = 0; i < len; i++)
        c[i] = a[i] > b[i] ? a[i] - b[i] : 0;
}
