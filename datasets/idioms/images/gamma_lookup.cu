__global__ void apply_lut(unsigned char *image, const unsigned char *lut, size_t n)
{
    __shared__ unsigned char table[256];
    for (int t = threadIdx.x; t < 256; t += blockDim.x)
        table[t] = lut[t];
    __syncthreads();
    size_t i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n)
        image[i] = table[image[i]];
}
