void count_char(const unsigned char *s, unsigned char c, int *count, int n)
{
    int total = 0;
    for (int i = 0; i < n; i++)
        total += s[i] == c;
    *count += total;
}
