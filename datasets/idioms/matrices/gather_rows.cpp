void gather_rows(const float *src, const int *rows, float *dst, int count, int dim)
{
    for (int r = 0; r < count; r++)
        for (int d = 0; d < dim; d++)
            dst[r * dim + d] = src[rows[r] * dim + d];
}
