__global__ void bytes_to_unit(const unsigned char *pixels, float *out, const float mean, const float std, int n)
{
    int idx = blockIdx.x * blockDim.x + threadIdx.x;
    if (idx < n)
        out[idx] = (pixels[idx] / 255.f - mean) / std;
}
