__global__ void gemv_kernel(int m, int n, double alpha, const double* A, const double* x, double beta, double* y)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= m)
        return;
    double inner = 0.0;
    for (int j = 0; j < n; ++j)
        inner += A[(long)i * n + j] * x[j];
    y[i] = alpha * inner + beta * y[i];
}
