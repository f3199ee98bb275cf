__global__ void histo(const unsigned char *buffer, long size, unsigned int *bins)
{
    long i = threadIdx.x + blockIdx.x * blockDim.x;
    int offset = blockDim.x * gridDim.x;
    while (i < size) {
        atomicAdd(&bins[buffer[i]], 1);
        i += offset;
    }
}
