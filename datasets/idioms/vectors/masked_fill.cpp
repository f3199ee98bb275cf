void masked_fill(float *X, const unsigned char *mask, float val, int n)
{
    for (int i = 0; i < n; i++)
        if (mask[i] == 1)
            X[i] = val;
}
