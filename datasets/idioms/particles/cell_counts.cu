__global__ void count_cells(const int *cell, int *occupancy, int *rank, int n)
{
    int p = blockIdx.x * blockDim.x + threadIdx.x;
    if (p < n) {
        rank[p] = 0;
        atomicAdd(&occupancy[cell[p]], 1);
    }
}
