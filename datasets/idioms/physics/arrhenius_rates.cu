__global__ void arrhenius(const float *T, float *k, float A, float b, float Ea, int n)
{
    const float R = 8.314f;
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        float t = fabsf(T[i]) + 1.0f;
        k[i] = A * powf(t, b) * expf(-Ea / (R * t));
    }
}
