__global__ void add_block_sums(int *data, const int *sums, int block_size, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n)
        data[i] += sums[i / block_size];
}
