__global__ void floatToByte(const float *src, unsigned char *dst, int count)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < count) {
        float v = src[i] * 255.0f + 0.5f;
        if (!(v > 0.0f)) v = 0.0f;
        if (v > 255.0f) v = 255.0f;
        dst[i] = (unsigned char)v;
    }
}
