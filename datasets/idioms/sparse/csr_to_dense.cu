__global__ void csr_to_dense(const int *csr_row, const int *csr_col, const float *csr_val, float *dense, int m, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < m) {
        for (int j = 0; j < n; j++)
            dense[i * n + j] = 0.0f;
        for (int k = csr_row[i]; k < csr_row[i + 1]; k++)
            if (csr_col[k] < n)
                dense[i * n + csr_col[k]] = csr_val[k];
    }
}
