__global__ void half_size(const float *in, float *out, int ow, int oh)
{
    int x = blockIdx.x * blockDim.x + threadIdx.x;
    int y = blockIdx.y * blockDim.y + threadIdx.y;
    int iw = 2 * ow;
    if (x < ow && y < oh)
        out[y * ow + x] = 0.25f * (in[2 * y * iw + 2 * x] + in[2 * y * iw + 2 * x + 1] + in[(2 * y + 1) * iw + 2 * x] + in[(2 * y + 1) * iw + 2 * x + 1]);
}
