__global__ void gemm_kernel(int M, int N, int K, float alpha, const float* A, const float* B, float beta, float* C)
{
    const int j = blockIdx.x * blockDim.x + threadIdx.x;
    const int i = blockIdx.y * blockDim.y + threadIdx.y;
    if (i >= M || j >= N)
        return;
    float entry = beta * C[i * N + j];
    for (int k = 0; k < K; ++k)
        entry += alpha * A[i * K + k] * B[k * N + j];
    C[i * N + j] = entry;
}
