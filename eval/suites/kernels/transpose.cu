__global__ void transpose_kernel(const float* in, float* out, int height, int width)
{
    const int flat = blockIdx.x * blockDim.x + threadIdx.x;
    if (flat >= height * width)
        return;
    const int x = flat / height, y = flat % height;
    out[flat] = in[y * width + x];
}
