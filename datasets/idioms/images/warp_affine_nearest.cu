__global__ void warp_affine(const float *src, float *dst, const float *m, int w, int h, float fill)
{
    int x = blockIdx.x * blockDim.x + threadIdx.x;
    int y = blockIdx.y * blockDim.y + threadIdx.y;
    if (x >= w || y >= h) return;
    float fx = m[0] * x + m[1] * y + m[2];
    float fy = m[3] * x + m[4] * y + m[5];
    float value = fill;
    if (fx >= 0.0f && fx < w && fy >= 0.0f && fy < h)
        value = src[(int)fy * w + (int)fx];
    dst[y * w + x] = value;
}
