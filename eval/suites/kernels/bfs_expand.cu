__global__ void bfs_expand_kernel(const int* first_edge, const int* head, const int* frontier, const int* seen, int* reached, int vertices)
{
    const int v = blockIdx.x * blockDim.x + threadIdx.x;
    if (v >= vertices || frontier[v] <= 0)
        return;
    for (int e = first_edge[v]; e < first_edge[v + 1]; ++e) {
        const int neighbour = head[e];
        if (seen[neighbour] <= 0)
            reached[neighbour] = 1;
    }
}
