void gemm_tiled(const double* left, const double* right, double* product, int size)
{
    const int tile = 16;
    for (int i = 0; i < size * size; ++i)
        product[i] = 0.0;
    for (int kk = 0; kk < size; kk += tile)
        for (int row = 0; row < size; ++row)
            for (int k = kk; k < size && k < kk + tile; ++k)
                for (int col = 0; col < size; ++col)
                    product[row * size + col] += left[row * size + k] * right[k * size + col];
}
