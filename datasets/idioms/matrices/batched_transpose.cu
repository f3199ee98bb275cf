__global__ void batch_transpose(const float *in, float *out, int B, int H, int W)
{
    int w = blockIdx.x * blockDim.x + threadIdx.x;
    int h = blockIdx.y * blockDim.y + threadIdx.y;
    int b = blockIdx.z * blockDim.z + threadIdx.z;
    if (w < W && h < H && b < B)
        out[(b * W + w) * H + h] = in[(b * H + h) * W + w];
}
