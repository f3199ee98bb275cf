__global__ void markOutliers(const float *values, const float center, const float radius, int *flags, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        float d = values[i] - center;
        flags[i] = (d * d > radius * radius) ? 1 : 0;
    }
}
