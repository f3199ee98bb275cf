void histogram_shared(const unsigned char* pixels, unsigned int* counts, long amount)
{
    for (long p = 0; p < amount; ++p) {
        const int bin = pixels[p] >> 2;
        ++counts[bin];
    }
}
