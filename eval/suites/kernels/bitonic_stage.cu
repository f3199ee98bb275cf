__global__ void bitonic_stage_kernel(int* keys, int n, int log_block, int log_distance)
{
    const int i = blockIdx.x * blockDim.x + threadIdx.x;
    const int partner = i ^ (1 << (log_distance & 7));
    if (i >= n || partner <= i || partner >= n)
        return;
    const bool descending = i & (2 << (log_block & 7));
    const int a = keys[i], b = keys[partner];
    if (descending ? a < b : b < a) {
        keys[i] = b;
        keys[partner] = a;
    }
}
