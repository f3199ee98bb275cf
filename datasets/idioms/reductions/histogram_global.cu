__global__ void histogram_bins(const float *values, int *hist, float lo, float width, int bins, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        float pos = (values[i] - lo) / width;
        if (pos >= 0.0f && pos < bins)
            atomicAdd(&hist[(int)pos], 1);
    }
}
