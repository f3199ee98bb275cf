void bit_reverse_copy(const float* in, float* out, int bits)
{
    const unsigned int size = 1u << (bits & 15);
    for (unsigned int i = 0; i < size; ++i) {
        unsigned int reversed = 0, rest = i;
        for (int b = 0; b < (bits & 15); ++b) {
            reversed = (reversed << 1) | (rest & 1u);
            rest >>= 1;
        }
        out[reversed] = in[i];
    }
}
