__global__ void portfolio_values(const float *prices, const int *shares, float *value, int days, int assets)
{
    int d = blockIdx.x * blockDim.x + threadIdx.x;
    if (d < days) {
        float total = 0.0f;
        for (int a = 0; a < assets; a++)
            total += shares[a] * prices[d * assets + a];
        value[d] = total;
    }
}
