__global__ void mark_frontier(const int *cost, const int *mask, int *flags, int current, int N)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < N)
        flags[i] = (mask[i] != 0 && cost[i] == current) ? 1 : 0;
}
