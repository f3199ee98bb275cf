__global__ void radix_bits(const unsigned int *keys, unsigned int *bits, int shift, int n)
{
    int i = blockDim.x * blockIdx.x + threadIdx.x;
    if (i < n)
        bits[i] = (keys[i] >> (shift & 31)) & 1u;
}
