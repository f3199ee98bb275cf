__global__ void rolling_sum(const float* price, float* sum, int n, int window)
{
    int t = blockIdx.x * blockDim.x + threadIdx.x;
    if (t >= n) return;
    float s = 0.f;
    for (int k = 0; k < window && k <= t; k++)
        s += price[t - k];
    sum[t] = s;
}
