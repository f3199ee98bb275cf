void scan_inclusive_block(const int* in, int* out, int* block_total, int n)
{
    for (int begin = 0; begin < n; begin += 64) {
        int running = 0;
        for (int i = begin; i < n && i < begin + 64; ++i) {
            running += in[i];
            out[i] = running;
        }
        block_total[begin / 64] = running;
    }
}
