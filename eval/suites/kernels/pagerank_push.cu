__global__ void pagerank_push_kernel(const int* out_begin, const int* out_to, const double* rank, double* next, double damping, int pages)
{
    int p = blockIdx.x * blockDim.x + threadIdx.x;
    if (p < pages) {
        const int begin = out_begin[p], links = out_begin[p + 1] - begin;
        const double share = links > 0 ? damping * rank[p] / links : 0.0;
        for (int l = 0; l < links; ++l)
            atomicAdd(&next[out_to[begin + l]], share);
    }
}
