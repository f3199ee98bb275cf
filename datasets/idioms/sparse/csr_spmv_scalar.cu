__global__ void spmv_csr_kernel(int num_rows, const int *row_ptr, const int *col_idx, const float *vals, const float *x, float *y)
{
    int row = blockIdx.x * blockDim.x + threadIdx.x;
    if (row < num_rows) {
        float sum = 0.0f;
        for (int k = row_ptr[row]; k < row_ptr[row + 1]; k++) {
            sum += vals[k] * x[col_idx[k]];
        }
        y[row] = sum;
    }
}
