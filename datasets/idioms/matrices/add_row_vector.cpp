void add_row_vector(float *out, const float *in, const float *bias, int width, int height)
{
    for (int idx = 0; idx < width * height; idx++)
        out[idx] = in[idx] + bias[idx % width];
}
