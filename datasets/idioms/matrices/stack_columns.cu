__global__ void concat_columns(const float *a, const float *b, float *out, int rows, int ca, int cb)
{
    int total = ca + cb;
    int idx = blockIdx.x * blockDim.x + threadIdx.x;
    if (idx >= rows * total)
        return;
    int r = idx / total;
    int c = idx - r * total;
    out[idx] = c < ca ? a[r * ca + c] : b[r * cb + c - ca];
}
