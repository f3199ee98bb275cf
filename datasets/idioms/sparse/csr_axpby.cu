__global__ void csr_gemv(double alpha, double beta, const double* __restrict__ A, const int* __restrict__ JA, const int* __restrict__ IA, int M, const double* __restrict__ x, double* __restrict__ y)
{
    int j;
    const int i = threadIdx.x + blockDim.x * blockIdx.x;
    if (i >= M) return;
    double t = 0.0;
    for (j = IA[i]; j < IA[i + 1]; ++j)
        t += A[j] * x[JA[j]];
    y[i] = beta == 0.0 ? alpha * t : alpha * t + beta * y[i];
}
