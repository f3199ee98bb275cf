__global__ void conv2d_channels_kernel(const float* in, const float* weight, const float* bias, float* out, int in_c, int out_c, int h, int w)
{
    const int x = blockIdx.x * blockDim.x + threadIdx.x;
    const int y = blockIdx.y * blockDim.y + threadIdx.y;
    const int o = blockIdx.z * blockDim.z + threadIdx.z;
    if (o >= out_c || y >= h || x >= w)
        return;
    float sum = bias[o];
    for (int c = 0; c < in_c; ++c) {
        const float* filter = weight + (o * in_c + c) * 9;
        for (int k = 0; k < 9; ++k)
            sum += filter[k] * in[(c * (h + 2) + y + k / 3) * (w + 2) + x + k % 3];
    }
    out[(o * h + y) * w + x] = sum > 0.0f ? sum : 0.0f;
}
