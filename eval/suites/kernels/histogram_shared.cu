__global__ void histogram_shared_kernel(const unsigned char* pixels, unsigned int* counts, long amount)
{
    __shared__ unsigned int own[64];
    for (int b = threadIdx.x; b < 64; b += blockDim.x)
        own[b] = 0;
    __syncthreads();
    for (long p = threadIdx.x; p < amount; p += blockDim.x)
        atomicAdd(&own[pixels[p] >> 2], 1u);
    __syncthreads();
    for (int b = threadIdx.x; b < 64; b += blockDim.x)
        counts[b] += own[b];
}
