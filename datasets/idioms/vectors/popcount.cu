__global__ void count_bits(const unsigned int *words, int *bits, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n)
        bits[i] = __popc(words[i]);
}
