__global__ void shortest_paths_via_kernel(float* distance, const float* to_hub, const float* from_hub, int nodes)
{
    int to = blockIdx.x * blockDim.x + threadIdx.x;
    int from = blockIdx.y * blockDim.y + threadIdx.y;
    if (to >= nodes || from >= nodes)
        return;
    const float detour = to_hub[from] + from_hub[to];
    if (detour < distance[from * nodes + to])
        distance[from * nodes + to] = detour;
}
