void xor_checksum(const int *words, int *checksum, int n)
{
    for (int i = 0; i < n; i++)
        checksum[0] ^= words[i];
}
