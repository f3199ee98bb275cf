void histo(const unsigned char *buffer, long size, unsigned int *bins)
{
    for (long i = 0; i < size; i++)
        bins[buffer[i]]++;
}
