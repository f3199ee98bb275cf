__global__ void eliminate_below(float *a, const float *factor, int n, int k)
{
    int j = blockIdx.x * blockDim.x + threadIdx.x;
    int i = blockIdx.y * blockDim.y + threadIdx.y;
    if (i > k && i < n && j >= k && j < n)
        a[i * n + j] -= factor[i] * a[k * n + j];
}
