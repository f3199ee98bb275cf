void transform_points(const float *M, const float *in, float *out, unsigned int n)
{
    for (unsigned int p = 0; p < n; ++p)
        for (int r = 0; r < 3; ++r)
            out[3 * p + r] = M[4 * r] * in[3 * p] + M[4 * r + 1] * in[3 * p + 1] + M[4 * r + 2] * in[3 * p + 2] + M[4 * r + 3];
}
