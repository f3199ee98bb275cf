__global__ void rusanov(const float *q, const float *flux, const float *speed, float *face, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n - 1) {
        float sl = fabsf(speed[i]);
        float sr = fabsf(speed[i + 1]);
        float s = sl > sr ? sl : sr;
        face[i] = 0.5f * (flux[i] + flux[i + 1]) - 0.5f * s * (q[i + 1] - q[i]);
    }
}
