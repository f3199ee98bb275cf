__global__ void minmax(const int *v, int *range, int n)
{
    int i = threadIdx.x + blockIdx.x * blockDim.x;
    if (i >= n) return;
    atomicMin(&range[0], v[i]);
    atomicMax(&range[1], v[i]);
}
