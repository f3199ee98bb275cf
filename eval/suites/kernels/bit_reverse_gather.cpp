// extent in: size
void bit_reverse_gather(const float* in, float* out, int bits, int size)
{
    const int width = bits & 15;
    for (int i = 0; i < size; ++i) {
        int reversed = 0, rest = i;
        for (int b = 0; b < width; ++b) {
            reversed = (reversed << 1) | (rest & 1);
            rest >>= 1;
        }
        out[i] = in[reversed];
    }
}
