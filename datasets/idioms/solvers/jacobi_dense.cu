__global__ void jacobi(const float *A, const float *b, const float *x, float *x_new, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        float sigma = 0.0f;
        for (int j = 0; j < n; j++) {
            if (j != i)
                sigma += A[i * n + j] * x[j];
        }
        x_new[i] = (b[i] - sigma) / A[i * n + i];
    }
}
