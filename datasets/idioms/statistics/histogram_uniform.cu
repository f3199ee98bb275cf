__global__ void histogram(const float *data, int *hist, float lo, float width, int nbins, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        float t = (data[i] - lo) / width;
        if (t >= 0.0f && t < (float)nbins)
            atomicAdd(&hist[(int)t], 1);
    }
}
