void xor_checksum(const unsigned int *words, unsigned int *sum, int n)
{
    unsigned int acc = 0;
    for (int i = 0; i < n; i++)
        acc ^= words[i];
    *sum ^= acc;
}
