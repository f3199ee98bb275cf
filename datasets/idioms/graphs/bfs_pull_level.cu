__global__ void bfs_pull(int n, const int* offsets, const int* neighbours, const int* level_in, int* level_out, int depth)
{
    int v = blockIdx.x * blockDim.x + threadIdx.x;
    if (v < n) {
        int mine = level_in[v];
        if (mine < 0) {
            for (int e = offsets[v]; e < offsets[v + 1]; ++e) {
                if (level_in[neighbours[e]] == depth) {
                    mine = depth + 1;
                    break;
                }
            }
        }
        level_out[v] = mine;
    }
}
