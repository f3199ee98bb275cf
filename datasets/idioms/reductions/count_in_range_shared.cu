__global__ void count_in_range(const double *x, unsigned int *hits, double lo, double hi, int n)
{
    __shared__ unsigned int local;
    if (threadIdx.x == 0)
        local = 0;
    __syncthreads();

    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n && x[i] >= lo && x[i] < hi)
        atomicAdd(&local, 1u);
    __syncthreads();

    if (threadIdx.x == 0)
        atomicAdd(&hits[0], local);
}
