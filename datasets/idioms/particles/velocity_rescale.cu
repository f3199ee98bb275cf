__global__ void thermostat(float *v, const float *temperature, float target, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        float factor = sqrtf(fabsf(target / (*temperature + 0.5f)));
        v[i] *= factor;
    }
}
