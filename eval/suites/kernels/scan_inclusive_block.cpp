// extent block_total: (n+255)/256
void scan_inclusive_block(const int* in, int* out, int* block_total, int n)
{
    for (int begin = 0; begin < n; begin += 256) {
        int running = 0;
        for (int i = begin; i < n && i < begin + 256; ++i) {
            running += in[i];
            out[i] = running;
        }
        block_total[begin / 256] = running;
    }
}
