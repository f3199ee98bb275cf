void roll(const float *in, float *out, int shift, int n)
{
    for (int i = 0; i < n; i++) {
        int j = (i + shift) % n;
        if (j < 0)
            j += n;
        out[j] = in[i];
    }
}
