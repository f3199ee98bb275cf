__global__ void min_label(int num_vertices, const int *row, const int *adj, const int *label, int *next)
{
    int v = blockDim.x * blockIdx.x + threadIdx.x;
    if (v >= num_vertices)
        return;
    int best = label[v];
    for (int k = row[v]; k < row[v + 1]; k++)
        best = min(best, label[adj[k]]);
    next[v] = best;
}
