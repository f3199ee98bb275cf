__global__ void upsample_kernel(const float *x, float *out, int w, int h, int c, int stride, float scale)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    int j = blockIdx.y * blockDim.y + threadIdx.y;
    if (i >= w * stride || j >= h * stride)
        return;
    for (int k = 0; k < c; ++k)
        out[(k * h * stride + j) * w * stride + i] = scale * x[(k * h + j / stride) * w + i / stride];
}
