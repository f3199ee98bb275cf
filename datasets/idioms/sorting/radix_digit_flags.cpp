void radix_bits(const unsigned int *keys, unsigned int *bits, int shift, int n)
{
    for (int i = 0; i < n; i++)
        bits[i] = (keys[i] >> (shift & 31)) & 1u;
}
