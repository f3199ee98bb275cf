__global__ void histogram_shared_kernel(const unsigned char* pixels, unsigned int* counts, long amount)
{
    __shared__ unsigned int own[64];
    for (int b = threadIdx.x; b < 64; b += blockDim.x)
        own[b] = 0;
    __syncthreads();
    for (long p = blockIdx.x * blockDim.x + threadIdx.x; p < amount; p += gridDim.x * blockDim.x)
        atomicAdd(&own[pixels[p] >> 2], 1u);
    __syncthreads();
    for (int b = threadIdx.x; b < 64; b += blockDim.x)
        if (own[b] != 0)
            atomicAdd(&counts[b], own[b]);
}
