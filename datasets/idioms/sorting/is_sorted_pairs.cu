__global__ void count_inversions_adjacent(const double *v, int *bad, int n)
{
    __shared__ int count;
    if (threadIdx.x == 0) count = 0;
    __syncthreads();
    for (int i = threadIdx.x; i < n - 1; i += blockDim.x)
        if (v[i] > v[i + 1])
            atomicAdd(&count, 1);
    __syncthreads();
    if (threadIdx.x == 0) *bad = count;
}
