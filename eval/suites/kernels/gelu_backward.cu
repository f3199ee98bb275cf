__global__ void gelu_backward_kernel(const float* x, const float* upstream, float* gradient, int count)
{
    for (int i = threadIdx.x + blockIdx.x * blockDim.x; i < count; i += blockDim.x * gridDim.x) {
        const float v = x[i];
        const float density = 0.39894228f * expf(-0.5f * v * v);
        const float share = 0.5f + 0.5f * erff(v * 0.70710678f);
        gradient[i] += upstream[i] * (share + v * density);
    }
}
