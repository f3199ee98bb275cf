__global__ void cofactor_signs(float *a, int n)
{
    int j = blockIdx.x * blockDim.x + threadIdx.x;
    int i = blockIdx.y * blockDim.y + threadIdx.y;
    if (i >= n || j >= n) return;
    if ((i + j) & 1)
        a[i * n + j] = -a[i * n + j];
}
