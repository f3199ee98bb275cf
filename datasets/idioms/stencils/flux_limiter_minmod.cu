__device__ float minmod(float a, float b)
{
    if (a * b <= 0.0f)
        return 0.0f;
    return fabsf(a) < fabsf(b) ? a : b;
}

__global__ void minmod_slopes(const float *q, float *slope, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= 1 && i < n - 1)
        slope[i] = minmod(q[i] - q[i - 1], q[i + 1] - q[i]);
}
