__global__ void max_drawdown(const float *equity, float *dd, int series, int len)
{
    int s = blockIdx.x * blockDim.x + threadIdx.x;
    if (s < series) {
        const float *e = equity + s * len;
        float peak = e[0];
        float worst = 0.0f;
        for (int t = 0; t < len; t++) {
            if (e[t] > peak) peak = e[t];
            if (peak - e[t] > worst) worst = peak - e[t];
        }
        dd[s] = worst;
    }
}
