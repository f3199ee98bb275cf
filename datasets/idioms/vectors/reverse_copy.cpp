void reverse_copy(const int *in, int *out, int n)
{
    for (int i = 0; i < n; i++)
        out[n - 1 - i] = in[i];
}
