__global__ void logistic_map(float *x, const float *r, int iterations, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        float v = x[i];
        float rate = r[i];
        for (int k = 0; k < iterations; k++)
            v = 0.25f * rate * v * (1.0f - v) * 0.01f;
        x[i] = v;
    }
}
