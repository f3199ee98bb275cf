__global__ void add_weighted(const unsigned char *a, const unsigned char *b, unsigned char *c, int wa, int wb, int size)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < size)
        c[i] = min(max((a[i] * wa + b[i] * wb) / 8, 0), 255);
}
