void add_weighted(const unsigned char *a, const unsigned char *b, unsigned char *c, int wa, int wb, int size)
{
    for (int i = 0; i < size; i++) {
        int v = (a[i] * wa + b[i] * wb) / 8;
        if (v < 0) v = 0;
        if (v > 255) v = 255;
        c[i] = v;
    }
}
