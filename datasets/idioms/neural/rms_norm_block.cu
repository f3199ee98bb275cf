__global__ void rmsnorm(float *out, const float *x, const float *weight, int size)
{
    __shared__ float part[128];
    float ss = 0.0f;
    for (int j = threadIdx.x; j < size; j += blockDim.x)
        ss += x[j] * x[j];
    part[threadIdx.x] = ss;
    __syncthreads();
    for (int s = blockDim.x / 2; s > 0; s >>= 1) {
        if (threadIdx.x < s)
            part[threadIdx.x] += part[threadIdx.x + s];
        __syncthreads();
    }
    float scale = 1.0f / sqrtf(part[0] / size + 1e-5f);
    for (int j = threadIdx.x; j < size; j += blockDim.x)
        out[j] = weight[j] * (scale * x[j]);
}
