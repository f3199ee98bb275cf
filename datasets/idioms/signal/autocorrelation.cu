__global__ void autocorr(const float *x, float *r, int n, int max_lag)
{
    int lag = threadIdx.x + blockDim.x * blockIdx.x;
    if (lag < max_lag) {
        float sum = 0.f;
        for (int t = 0; t + lag < n; t++)
            sum += x[t] * x[t + lag];
        r[lag] = sum;
    }
}
