__global__ void batch_norm_statistics_kernel(int batch, int channels, int area, const float* activations, float* mean, float* variance)
{
    int c = blockIdx.x * blockDim.x + threadIdx.x;
    if (c >= channels)
        return;
    double first = 0.0, second = 0.0;
    for (int b = 0; b < batch; ++b) {
        const float* map = activations + (b * channels + c) * area;
        for (int a = 0; a < area; ++a) {
            first += map[a];
            second += double(map[a]) * map[a];
        }
    }
    first /= batch * area;
    mean[c] = float(first);
    variance[c] = float(second / (batch * area) - first * first);
}
