__global__ void pack_upper(const double *full, double *packed, int n)
{
    int j = blockIdx.x * blockDim.x + threadIdx.x;
    int i = blockIdx.y * blockDim.y + threadIdx.y;
    if (i < n && j >= i && j < n)
        packed[i * n - i * (i - 1) / 2 + (j - i)] = full[i * n + j];
}
