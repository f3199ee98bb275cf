__global__ void merge_positions(const float *a, int na, const float *b, int nb, int *pos)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= na) return;
    float key = a[i];
    int lo = 0, hi = nb;
    while (lo < hi) {
        int mid = (lo + hi) / 2;
        if (b[mid] < key)
            lo = mid + 1;
        else
            hi = mid;
    }
    pos[i] = i + lo;
}
