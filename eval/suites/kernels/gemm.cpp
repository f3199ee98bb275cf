void gemm(int M, int N, int K, float alpha, const float* A, const float* B, float beta, float* C)
{
    for (int i = 0; i < M; ++i) {
        for (int j = 0; j < N; ++j)
            C[i * N + j] *= beta;
        for (int k = 0; k < K; ++k) {
            const float scaled = alpha * A[i * K + k];
            for (int j = 0; j < N; ++j)
                C[i * N + j] += scaled * B[k * N + j];
        }
    }
}
