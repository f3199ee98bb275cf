void xorshift_step(unsigned int *seeds, int n)
{
    for (int i = 0; i < n; i++) {
        unsigned int x = seeds[i];
        x ^= x << 13;
        x ^= x >> 17;
        x ^= x << 5;
        seeds[i] = x;
    }
}
