__global__ void symmetrize(const float *in, float *out, int n)
{
    int i = threadIdx.y + blockIdx.y * blockDim.y;
    int j = threadIdx.x + blockIdx.x * blockDim.x;
    if (i >= n || j >= n) return;
    out[i * n + j] = 0.5f * (in[i * n + j] + in[j * n + i]);
}
