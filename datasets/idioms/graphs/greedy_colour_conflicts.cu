__global__ void find_conflicts(const int *xadj, const int *adjncy, const int *colour, int *conflict, int nv)
{
    const int u = blockIdx.x * blockDim.x + threadIdx.x;
    if (u >= nv)
        return;
    int found = 0;
    for (int k = xadj[u]; k < xadj[u + 1]; ++k) {
        const int w = adjncy[k];
        if (w < u && colour[w] == colour[u])
            found = 1;
    }
    conflict[u] = found;
}
