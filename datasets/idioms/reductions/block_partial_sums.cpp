void partial_sums(const int *in, int *out, int n)
{
    for (int start = 0; start < n; start += 128) {
        int sum = 0;
        for (int i = start; i < n && i < start + 128; i++)
            sum += in[i];
        out[start / 128] = sum;
    }
}
