void gemv_t(const float *mat, const float *vec, float *res, int rows, int cols, float beta)
{
    for (int c = 0; c < cols; c++) {
        float acc = 0.f;
        for (int r = 0; r < rows; r++)
            acc += mat[r * cols + c] * vec[r];
        res[c] = acc + beta * res[c];
    }
}
