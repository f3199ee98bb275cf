__global__ void xor_checksum(const int *words, int *checksum, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n)
        atomicXor(checksum, words[i]);
}
