__global__ void coo_spmv(const int nnz, const int* rows, const int* cols, const double* values, const double* x, double* y)
{
    int n = blockIdx.x * blockDim.x + threadIdx.x;
    if (n < nnz)
        atomicAdd(&y[rows[n]], values[n] * x[cols[n]]);
}
