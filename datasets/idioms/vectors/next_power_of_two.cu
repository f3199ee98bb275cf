__device__ int round_up_pow2(int v)
{
    int r = 1;
    while (r < v)
        r <<= 1;
    return r;
}

__global__ void next_pow2(const int *x, int *p, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n)
        p[i] = round_up_pow2(x[i]);
}
