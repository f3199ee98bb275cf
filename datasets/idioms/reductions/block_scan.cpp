void scan_blocks(const int *in, int *out, int n)
{
    int run = 0;
    for (int i = 0; i < n; i++) {
        if (i % 64 == 0)
            run = 0;
        run += in[i];
        out[i] = run;
    }
}
