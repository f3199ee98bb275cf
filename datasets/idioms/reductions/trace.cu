__global__ void trace(const double *a, double *tr, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n)
        atomicAdd(tr, a[i * n + i]);
}
