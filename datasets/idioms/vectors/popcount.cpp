void count_bits(const unsigned int *words, int *bits, int n)
{
    for (int i = 0; i < n; i++)
        bits[i] = __builtin_popcount(words[i]);
}
