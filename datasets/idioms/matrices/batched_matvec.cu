__global__ void batched_matvec(const float *A, const float *x, float *y, int batch, int n)
{
    int idx = blockIdx.x * blockDim.x + threadIdx.x;
    if (idx < batch * n) {
        int b = idx / n;
        const float *row = A + idx * n;
        float s = 0.0f;
        for (int j = 0; j < n; j++)
            s += row[j] * x[b * n + j];
        y[idx] = s;
    }
}
