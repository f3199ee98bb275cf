__global__ void xorshift_step(unsigned int *state, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        unsigned int x = state[i];
        x ^= x << 13;
        x ^= x >> 17;
        x ^= x << 5;
        state[i] = x;
    }
}
