__global__ void lu_update(float *A, int k, int N)
{
    int row = blockIdx.y * blockDim.y + threadIdx.y + k + 1;
    int col = blockIdx.x * blockDim.x + threadIdx.x + k + 1;
    if (row < N && col < N)
        A[row * N + col] -= A[row * N + k] * A[k * N + col];
}
