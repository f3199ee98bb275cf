__global__ void householder_left(float *A, const float *v, float tau, int m, int n)
{
    int j = blockIdx.x * blockDim.x + threadIdx.x;
    if (j < n) {
        float dot = 0.0f;
        for (int i = 0; i < m; i++)
            dot += v[i] * A[i * n + j];
        dot *= tau;
        for (int i = 0; i < m; i++)
            A[i * n + j] -= dot * v[i];
    }
}
