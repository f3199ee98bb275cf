void gemv_transposed(const float* matrix, const float* weights, float* sums, int rows, int cols)
{
    for (int c = 0; c < cols; ++c)
        sums[c] = 0.0f;
    for (int r = 0; r < rows; ++r)
        for (int c = 0; c < cols; ++c)
            sums[c] += weights[r] * matrix[r * cols + c];
}
