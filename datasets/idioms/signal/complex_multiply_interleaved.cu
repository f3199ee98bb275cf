__global__ void spectrum_multiply(float *a, const float *b, int count, float scale)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= count) return;
    float ar = a[2 * i], ai = a[2 * i + 1];
    float br = b[2 * i], bi = b[2 * i + 1];
    a[2 * i] = scale * (ar * br - ai * bi);
    a[2 * i + 1] = scale * (ar * bi + ai * br);
}
