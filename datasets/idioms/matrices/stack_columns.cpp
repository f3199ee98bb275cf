void concat_columns(const float *a, const float *b, float *out, int rows, int ca, int cb)
{
    int total = ca + cb;
    for (int r = 0; r < rows; r++)
        for (int c = 0; c < total; c++)
            out[r * total + c] = c < ca ? a[r * ca + c] : b[r * cb + c - ca];
}
