__global__ void relax_edges(int m, const int *from, const int *to, const int *weight, const int *dist, int *new_dist)
{
    int e = blockIdx.x * blockDim.x + threadIdx.x;
    if (e < m) {
        int candidate = dist[from[e]] + weight[e];
        atomicMin(&new_dist[to[e]], candidate);
    }
}
