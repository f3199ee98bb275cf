__global__ void hardsigmoid(const float *x, float *y, int n)
{
    int i = threadIdx.x + blockIdx.x * blockDim.x;
    if (i < n) {
        float t = 0.2f * x[i] + 0.5f;
        if (t < 0.f) t = 0.f;
        if (t > 1.f) t = 1.f;
        y[i] = t;
    }
}
