__global__ void soft_clip(float *samples, int n, float drive)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        float x = samples[i] * drive;
        if (x > 1.0f)
            samples[i] = 0.6666667f;
        else if (x < -1.0f)
            samples[i] = -0.6666667f;
        else
            samples[i] = x - x * x * x / 3.0f;
    }
}
