__global__ void kron(const int *a, const int *b, int *k, int ra, int ca, int rb, int cb)
{
    int j = blockIdx.x * blockDim.x + threadIdx.x;
    int i = blockIdx.y * blockDim.y + threadIdx.y;
    if (i < ra * rb && j < ca * cb)
        k[i * ca * cb + j] = a[(i / rb) * ca + j / cb] * b[(i % rb) * cb + j % cb];
}
