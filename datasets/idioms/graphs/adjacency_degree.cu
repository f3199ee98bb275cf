__global__ void degree_from_adjacency(const unsigned char *adj, int *deg, int n)
{
    int i = threadIdx.x + blockIdx.x * blockDim.x;
    if (i < n) {
        int count = 0;
        for (int j = 0; j < n; j++)
            if (adj[i * n + j])
                count++;
        deg[i] = count;
    }
}
