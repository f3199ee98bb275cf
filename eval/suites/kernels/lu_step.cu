__global__ void lu_step_kernel(double* a, int n, const double* multipliers, const double* pivot_row, int first)
{
    const int j = blockIdx.x * blockDim.x + threadIdx.x;
    const int i = blockIdx.y * blockDim.y + threadIdx.y;
    if (i >= n || j >= n)
        return;
    if (i >= first && j >= first)
        a[i * n + j] -= multipliers[i] * pivot_row[j];
}
