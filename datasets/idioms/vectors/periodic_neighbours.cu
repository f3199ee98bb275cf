__global__ void neighbour_table(int *left, int *right, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        left[i] = (i + n - 1) % n;
        right[i] = (i + 1) % n;
    }
}
