__global__ void downsample(const float *src, float *dst, int factor, int out_len)
{
    const int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < out_len)
        dst[i] = src[i * factor];
}
