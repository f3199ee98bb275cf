void byte_histogram(const unsigned char *buffer, unsigned int *histo, long size)
{
    for (long i = 0; i < size; i++)
        histo[buffer[i]]++;
}
