__global__ void ema(const float *x, float *y, float alpha, int channels, int steps)
{
    int ch = blockIdx.x * blockDim.x + threadIdx.x;
    if (ch >= channels)
        return;
    float s = x[ch];
    y[ch] = s;
    for (int t = 1; t < steps; t++) {
        s = alpha * x[t * channels + ch] + (1.0f - alpha) * s;
        y[t * channels + ch] = s;
    }
}
