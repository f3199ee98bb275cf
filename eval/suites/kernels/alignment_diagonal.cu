__global__ void alignment_diagonal_kernel(const int* before_last, const int* last, int* diagonal, const int* top, const int* side, int cells, int gap)
{
    const int d = 1 + blockIdx.x * blockDim.x + threadIdx.x;
    if (d > cells)
        return;
    const int match = before_last[d - 1] + (top[d - 1] == side[cells - d] ? 2 : -1);
    const int skip = max(last[d - 1], last[d]) - gap;
    diagonal[d] = max(0, max(match, skip));
}
