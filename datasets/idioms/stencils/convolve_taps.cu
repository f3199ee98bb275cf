__global__ void fir_filter(const float *x, const float *taps, float *y, int n, int ntaps)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        float acc = 0.0f;
        for (int k = 0; k < ntaps; k++)
            if (i - k >= 0)
                acc += taps[k] * x[i - k];
        y[i] = acc;
    }
}
