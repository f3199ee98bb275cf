__global__ void xorshift_step(unsigned int *seeds, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        unsigned int x = seeds[i];
        x ^= x << 13;
        x ^= x >> 17;
        x ^= x << 5;
        seeds[i] = x;
    }
}
