__global__ void stream_scale_kernel(float* b, const float* c, float factor, int length)
{
    const int threads = gridDim.x * blockDim.x;
    for (int at = blockDim.x * blockIdx.x + threadIdx.x; at < length; at += threads) {
        b[at] = c[at] * factor;
    }
}
