void bit_reverse(const unsigned int *in, unsigned int *out, int nbits, int n)
{
    for (int i = 0; i < n; i++) {
        unsigned int v = in[i], r = 0;
        for (int b = 0; b < nbits; b++) {
            r = (r << 1) | (v & 1u);
            v >>= 1;
        }
        out[i] = r;
    }
}
