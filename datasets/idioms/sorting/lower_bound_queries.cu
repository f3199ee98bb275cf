__device__ int lower_bound(const int *sorted, int n, int key)
{
    int first = 0;
    int len = n;
    while (len > 0) {
        int half = len >> 1;
        if (sorted[first + half] < key) {
            first += half + 1;
            len -= half + 1;
        } else {
            len = half;
        }
    }
    return first;
}

__global__ void lower_bound_all(const int *sorted, int n, const int *query, int *result, int q)
{
    int t = blockIdx.x * blockDim.x + threadIdx.x;
    if (t < q)
        result[t] = lower_bound(sorted, n, query[t]);
}
