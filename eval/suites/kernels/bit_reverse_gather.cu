__global__ void bit_reverse_gather_kernel(const float* in, float* out, int bits, int size)
{
    const int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= size)
        return;
    const int width = bits & 15;
    out[i] = in[width > 0 ? __brev(i) >> (32 - width) : 0];
}
