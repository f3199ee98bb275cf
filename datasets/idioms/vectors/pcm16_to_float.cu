__global__ void pcm_to_float_kernel(const short *pcm, float *samples, float gain, int num_samples)
{
    int s = blockIdx.x * blockDim.x + threadIdx.x;
    if (s >= num_samples)
        return;
    samples[s] = gain * ((float)pcm[s] / 32768.0f);
}
