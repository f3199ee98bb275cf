__global__ void shortcut(const int* parent, int* jumped, unsigned n)
{
    unsigned v = blockIdx.x * blockDim.x + threadIdx.x;
    if (v < n) {
        int p = parent[v];
        int gp = parent[p];
        jumped[v] = p != gp ? gp : p;
    }
}
