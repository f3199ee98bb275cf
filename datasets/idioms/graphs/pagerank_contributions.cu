__global__ void contributions(const double* rank, const int* degree, double* contrib, size_t n)
{
    size_t i = blockIdx.x * (size_t)blockDim.x + threadIdx.x;
    if (i < n)
        contrib[i] = degree[i] != 0 ? rank[i] / (double)degree[i] : 0.0;
}
