__global__ void update_ema(float *shadow, const float *weights, const float decay, const unsigned int n)
{
    unsigned int i = threadIdx.x + blockIdx.x * blockDim.x;
    if (i < n)
        shadow[i] += (1.0f - decay) * (weights[i] - shadow[i]);
}
