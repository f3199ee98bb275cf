void transpose_tiled(const double *src, double *dst, const int rows, const int cols)
{
    for (int r = 0; r < rows; ++r)
        for (int c = 0; c < cols; ++c)
            dst[c * rows + r] = src[r * cols + c];
}
