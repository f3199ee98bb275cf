__global__ void cross_out_multiples(char *composite, int p, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (p >= 2 && i >= p * p && i < n && i % p == 0)
        composite[i] = 1;
}
