__global__ void exponential_samples(const float *u, float *t, float rate, int n)
{
    int i = threadIdx.x + blockIdx.x * blockDim.x;
    while (i < n) {
        float v = u[i];
        if (v < 1.0e-7f) v = 1.0e-7f;
        t[i] = -logf(v) / rate;
        i += blockDim.x * gridDim.x;
    }
}
