__global__ void row_lengths(const int *row_offsets, int *lengths, int m)
{
    int tid = threadIdx.x + blockIdx.x * blockDim.x;
    while (tid < m) {
        lengths[tid] = row_offsets[tid + 1] - row_offsets[tid];
        tid += blockDim.x * gridDim.x;
    }
}
