__global__ void stencil_1d_radius_kernel(const float* in, float* out, int n)
{
    __shared__ float line[256 + 6];
    const int i = blockIdx.x * blockDim.x + threadIdx.x;
    const int s = threadIdx.x + 3;
    if (i < n)
        line[s] = in[i];
    if (threadIdx.x < 3 && i >= 3 && i - 3 < n)
        line[s - 3] = in[i - 3];
    if (threadIdx.x + 3 >= blockDim.x && i + 3 < n)
        line[s + 3] = in[i + 3];
    __syncthreads();
    if (i < n) {
        float sum = 0.0f;
        for (int d = -3; d <= 3; ++d)
            if (i + d >= 0 && i + d < n)
                sum += line[s + d];
        out[i] = sum;
    }
}
