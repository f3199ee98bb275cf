__device__ float saturate(float t)
{
    t = t < 0.0f ? 0.0f : t;
    return t > 1.0f ? 1.0f : t;
}

__global__ void smoothstep(const float *x, float *y, float edge0, float edge1, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        float t = saturate((x[i] - edge0) / (edge1 - edge0));
        y[i] = t * t * (3.0f - 2.0f * t);
    }
}
