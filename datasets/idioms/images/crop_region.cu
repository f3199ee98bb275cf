__global__ void crop(const float *img, float *out, int stride, int left, int top, int cw, int ch)
{
    int x = blockIdx.x * blockDim.x + threadIdx.x;
    int y = blockIdx.y * blockDim.y + threadIdx.y;
    if (x < cw && y < ch)
        out[y * cw + x] = img[(top + y) * stride + left + x];
}
