__global__ void hilbert_matrix(float *h, int n)
{
    int tid = blockIdx.x * blockDim.x + threadIdx.x;
    int stride = gridDim.x * blockDim.x;
    for (; tid < n * n; tid += stride) {
        int row = tid / n;
        int col = tid % n;
        h[tid] = 1.0f / (float)(row + col + 1);
    }
}
