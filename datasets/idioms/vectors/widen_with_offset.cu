__global__ void widenIndices(const int *local, long *global, const long base, const int N)
{
    int id = threadIdx.x + blockDim.x * blockIdx.x;
    if (id < N)
        global[id] = base + (long)local[id];
}
