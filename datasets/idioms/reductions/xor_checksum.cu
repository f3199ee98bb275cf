__global__ void xor_checksum(const unsigned int *words, unsigned int *sum, int n)
{
    unsigned int acc = 0;
    for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < n; i += blockDim.x * gridDim.x)
        acc ^= words[i];
    atomicXor(sum, acc);
}
