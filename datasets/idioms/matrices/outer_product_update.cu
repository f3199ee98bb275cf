__global__ void ger_kernel(int m, int n, float alpha, const float *x, const float *y, float *A)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    int j = blockIdx.y * blockDim.y + threadIdx.y;
    if (i < m && j < n) {
        A[i * n + j] += alpha * x[i] * y[j];
    }
}
