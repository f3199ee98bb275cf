#define NUM_KEYS 16

__global__ void key_histogram(const unsigned int *key, int *bin, unsigned int n)
{
    __shared__ int local[NUM_KEYS];
    for (int k = threadIdx.x; k < NUM_KEYS; k += blockDim.x)
        local[k] = 0;
    __syncthreads();
    for (unsigned int i = blockIdx.x * blockDim.x + threadIdx.x; i < n; i += blockDim.x * gridDim.x)
        atomicAdd(&local[key[i] % NUM_KEYS], 1);
    __syncthreads();
    for (int k = threadIdx.x; k < NUM_KEYS; k += blockDim.x)
        atomicAdd(&bin[k], local[k]);
}
