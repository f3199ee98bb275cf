void spmv_csr_transposed(const int* offset, const int* index, const float* weight, const float* x, float* y, int rows)
{
    for (int r = 0; r < rows; ++r) {
        if (x[r] == 0.0f)
            continue;
        for (int k = offset[r]; k != offset[r + 1]; ++k)
            y[index[k]] += x[r] * weight[k];
    }
}
