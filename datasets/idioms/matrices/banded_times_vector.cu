__global__ void band_mv(int n, int kl, int ku, const float *ab, const float *x, float *y)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    int width = kl + ku + 1;
    if (i < n) {
        float sum = 0.0f;
        for (int d = 0; d < width; d++) {
            int j = i - kl + d;
            if (j >= 0 && j < n)
                sum += ab[i * width + d] * x[j];
        }
        y[i] = sum;
    }
}
