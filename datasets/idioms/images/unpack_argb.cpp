void unpack_argb(const unsigned int *packed, unsigned char *rgba, int n)
{
    for (int i = 0; i < n; i++) {
        unsigned int v = packed[i];
        rgba[4 * i] = (v >> 16) & 0xff;
        rgba[4 * i + 1] = (v >> 8) & 0xff;
        rgba[4 * i + 2] = v & 0xff;
        rgba[4 * i + 3] = v >> 24;
    }
}
