__global__ void bit_reverse_gather_kernel(const float* in, float* out, int bits, int size)
{
    const int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= size)
        return;
    int reversed = bits > 0 ? int(__brev(i) >> (32 - bits)) : 0;
    out[i] = in[reversed];
}
