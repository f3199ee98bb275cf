void symmetrize(const float *in, float *out, int n)
{
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            out[i * n + j] = 0.5f * (in[i * n + j] + in[j * n + i]);
}
