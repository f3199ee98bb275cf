void scale_rows(float* values, const int* offsets, const float* s, unsigned int nrows)
{
    for (unsigned int r = 0; r < nrows; ++r)
        for (int p = offsets[r]; p < offsets[r + 1]; ++p)
            values[p] *= s[r];
}
