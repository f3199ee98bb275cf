__global__ void spmv_csr_transposed_kernel(const int* offset, const int* index, const float* weight, const float* x, float* y, int rows)
{
    int r = blockIdx.x * blockDim.x + threadIdx.x;
    if (r >= rows || x[r] == 0.0f)
        return;
    for (int k = offset[r]; k != offset[r + 1]; ++k)
        atomicAdd(&y[index[k]], x[r] * weight[k]);
}
