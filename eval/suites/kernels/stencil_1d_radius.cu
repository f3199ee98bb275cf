__global__ void stencil_1d_radius_kernel(const float* in, float* out, int n)
{
    __shared__ float line[128 + 6];
    const int i = blockIdx.x * 128 + threadIdx.x;
    for (int s = threadIdx.x; s < 128 + 6; s += blockDim.x) {
        const int from = blockIdx.x * 128 + s - 3;
        line[s] = from >= 0 && from < n ? in[from] : 0.0f;
    }
    __syncthreads();
    if (threadIdx.x < 128 && i < n) {
        float sum = 0.0f;
        for (int d = 0; d <= 6; ++d)
            sum += line[threadIdx.x + d];
        out[i] = sum;
    }
}
