void pack_nibbles(const unsigned char *digits, unsigned char *packed, int pairs)
{
    for (int i = 0; i < pairs; i++)
        packed[i] = (unsigned char)((digits[2 * i] & 15) << 4 | (digits[2 * i + 1] & 15));
}
