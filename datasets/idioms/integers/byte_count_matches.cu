__global__ void count_char(const unsigned char *s, unsigned char c, int *count, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n && s[i] == c)
        atomicAdd(count, 1);
}
