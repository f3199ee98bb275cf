__global__ void partition_flags(const double *keys, int *below, int *above, double pivot, int count)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < count) {
        below[i] = keys[i] < pivot;
        above[i] = keys[i] > pivot;
    }
}
