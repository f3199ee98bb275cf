__global__ void pagerank_step(const int *in_offsets, const int *in_edges, const int *out_degree, const float *rank, float *new_rank, float damping, int n)
{
    int v = blockIdx.x * blockDim.x + threadIdx.x;
    if (v < n) {
        float sum = 0.0f;
        for (int e = in_offsets[v]; e < in_offsets[v + 1]; e++) {
            int u = in_edges[e];
            if (out_degree[u] > 0)
                sum += rank[u] / out_degree[u];
        }
        new_rank[v] = (1.0f - damping) / n + damping * sum;
    }
}
