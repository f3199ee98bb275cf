__global__ void rmsprop(float *params, float *cache, const float *grads, const float rate, const float rho, const int count)
{
    for (int k = threadIdx.x + blockIdx.x * blockDim.x; k < count; k += gridDim.x * blockDim.x) {
        cache[k] = rho * cache[k] + (1 - rho) * grads[k] * grads[k];
        params[k] -= rate * grads[k] / sqrtf(fabsf(cache[k]) + 1e-6f);
    }
}
