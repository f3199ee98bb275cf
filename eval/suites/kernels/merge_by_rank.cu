__global__ void merge_by_rank_kernel(const int* left, int m, const int* right, int n, int* rank)
{
    const int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= m + n)
        return;
    int others = 0;
    if (i < m) {
        for (int k = 0; k < n; ++k)
            others += right[k] < left[i] ? 1 : 0;
        rank[i] = i + others;
    } else {
        for (int k = 0; k < m; ++k)
            others += left[k] <= right[i - m] ? 1 : 0;
        rank[i] = i - m + others;
    }
}
