__global__ void sound_speed(const float *p, const float *rho, float *c, float gamma, float p_inf, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        float r = fabsf(rho[i]) + 1.0e-3f;
        c[i] = sqrtf(fabsf(gamma * (p[i] + p_inf)) / r);
    }
}
