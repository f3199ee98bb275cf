void permute_cols(const int *in, const int *perm, int *out, int rows, int cols)
{
    for (int y = 0; y < rows; ++y)
        for (int x = 0; x < cols; ++x)
            out[y * cols + x] = in[y * cols + perm[x]];
}
