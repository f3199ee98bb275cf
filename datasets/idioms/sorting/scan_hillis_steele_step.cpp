void scan_step(const int *in, int *out, int offset, int n)
{
    for (int i = 0; i < n; i++) {
        if (i >= offset)
            out[i] = in[i] + in[i - offset];
        else
            out[i] = in[i];
    }
}
