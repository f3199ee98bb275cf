__global__ void apply_hann(float *frame, int length)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < length) {
        float w = 0.5f * (1.0f - cosf(6.2831853f * i / length));
        frame[i] *= w;
    }
}
