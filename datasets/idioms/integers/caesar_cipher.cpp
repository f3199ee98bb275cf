void caesar(const int *in, int *out, int shift, int n)
{
    for (int i = 0; i < n; i++) {
        int c = in[i];
        if (c >= 65 && c <= 90)
            out[i] = (c - 65 + shift + 26) % 26 + 65;
        else
            out[i] = c;
    }
}
