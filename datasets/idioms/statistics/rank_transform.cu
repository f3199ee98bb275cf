__global__ void average_ranks(const double *x, double *rank, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) return;
    const double xi = x[i];
    int less = 0, equal = 0;
    for (int j = 0; j < n; j++) {
        less += x[j] < xi;
        equal += x[j] == xi;
    }
    rank[i] = less + 0.5 * (equal + 1);
}
