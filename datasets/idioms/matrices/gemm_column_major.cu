__global__ void dgemm_nn(int m, int n, int k, double alpha, const double *a, int lda, const double *b, int ldb, double beta, double *c, int ldc)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    int j = blockIdx.y * blockDim.y + threadIdx.y;
    if (i >= m || j >= n)
        return;
    double t = 0.0;
    for (int p = 0; p < k; p++)
        t += a[i + p * lda] * b[p + j * ldb];
    c[i + j * ldc] = alpha * t + beta * c[i + j * ldc];
}
