void rotate90(const float *in, float *out, int rows, int cols)
{
    for (int r = 0; r < rows; r++)
        for (int c = 0; c < cols; c++)
            out[c * rows + (rows - 1 - r)] = in[r * cols + c];
}
