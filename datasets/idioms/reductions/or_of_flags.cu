__global__ void combine_flags(const int *flags, int *all_or, int *all_and, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) return;
    atomicOr(all_or, flags[i]);
    atomicAnd(all_and, flags[i]);
}
