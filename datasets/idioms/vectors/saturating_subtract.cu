__global__ void subtract_saturated(const unsigned char *a, const unsigned char *b, unsigned char *c, const int len)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < len)
        c[i] = a[i] > b[i] ? a[i] - b[i] : 0;
}
