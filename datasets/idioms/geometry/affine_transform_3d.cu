__global__ void transform_points(const float *M, const float *in, float *out, unsigned int n)
{
    unsigned int p = blockIdx.x * blockDim.x + threadIdx.x;
    if (p >= n)
        return;
    const float x = in[3 * p], y = in[3 * p + 1], z = in[3 * p + 2];
#pragma unroll
    for (int r = 0; r < 3; ++r)
        out[3 * p + r] = M[4 * r] * x + M[4 * r + 1] * y + M[4 * r + 2] * z + M[4 * r + 3];
}
