__global__ void cut_terms(const int *u, const int *v, const float *w, const int *side, float *term, int num_edges)
{
    int tid = blockIdx.x * blockDim.x + threadIdx.x;
    int stride = blockDim.x * gridDim.x;
    for (; tid < num_edges; tid += stride) {
        if (side[u[tid]] != side[v[tid]])
            term[tid] = w[tid];
        else
            term[tid] = 0.0f;
    }
}
