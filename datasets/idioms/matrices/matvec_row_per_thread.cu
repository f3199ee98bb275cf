__global__ void matvec(const double *A, const double *x, double *y, int m, int n)
{
    int row = blockIdx.x * blockDim.x + threadIdx.x;
    if (row < m) {
        double sum = 0.0;
        for (int k = 0; k < n; k++)
            sum += A[row * n + k] * x[k];
        y[row] = sum;
    }
}
