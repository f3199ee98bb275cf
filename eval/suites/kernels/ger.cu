__global__ void ger_kernel(double* A, const double* x, const double* y, int m, int n, double alpha)
{
    const int j = blockIdx.x * blockDim.x + threadIdx.x;
    const int i = blockIdx.y * blockDim.y + threadIdx.y;
    if (j < n && i < m)
        A[i * n + j] += x[i] * (alpha * y[j]);
}
