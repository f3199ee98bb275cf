void cumsum_rows(const float *in, float *out, int rows, int cols)
{
    for (int r = 0; r < rows; r++) {
        float run = 0.0f;
        for (int c = 0; c < cols; c++) {
            run += in[r * cols + c];
            out[r * cols + c] = run;
        }
    }
}
