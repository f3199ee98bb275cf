__global__ void fir(const float *x, const float *h, float *y, int n, int taps)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        float acc = 0.0f;
        for (int k = 0; k < taps; k++) {
            if (i - k >= 0)
                acc += h[k] * x[i - k];
        }
        y[i] = acc;
    }
}
