__global__ void count_out_degree(const int *src, int *degree, int num_edges)
{
    int e = blockIdx.x * blockDim.x + threadIdx.x;
    if (e < num_edges) {
        atomicAdd(&degree[src[e]], 1);
    }
}
