__global__ void popcount(const unsigned int *x, int *bits, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n)
        bits[i] = __popc(x[i]);
}
