__global__ void bilateral_filter_line_kernel(const float* noisy, float* smooth, int n, int reach, float sharpness)
{
    const int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    const int r = abs(reach);
    const float own = noisy[i];
    float weights = 0.0f, sum = 0.0f;
    for (int j = max(i - r, 0); j <= min(i + r, n - 1); ++j) {
        const float jump = noisy[j] - own;
        const float w = j == i ? 1.0f : 1.0f / (1.0f + abs(j - i) + sharpness * sharpness * jump * jump);
        weights += w;
        sum += w * noisy[j];
    }
    smooth[i] = sum / weights;
}
