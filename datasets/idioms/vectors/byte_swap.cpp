void swap_endian(unsigned int *data, unsigned int n)
{
    for (unsigned int i = 0; i < n; i++) {
        unsigned int w = data[i];
        data[i] = (w >> 24) | ((w >> 8) & 0xff00) | ((w << 8) & 0xff0000) | (w << 24);
    }
}
