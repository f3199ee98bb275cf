__global__ void bit_reverse_copy_kernel(const float* in, float* out, int bits)
{
    const unsigned int width = bits & 15;
    for (unsigned int i = blockIdx.x * blockDim.x + threadIdx.x; i < (1u << width); i += gridDim.x * blockDim.x)
        out[width == 0 ? 0u : __brev(i) >> (32 - width)] = in[i];
}
