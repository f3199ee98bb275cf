__global__ void goertzel_power(const float *x, float *power, float coeff, int rows, int n)
{
    int r = blockIdx.x * blockDim.x + threadIdx.x;
    if (r < rows) {
        float s1 = 0.0f, s2 = 0.0f;
        for (int t = 0; t < n; t++) {
            float s0 = x[r * n + t] + coeff * s1 - s2;
            s2 = s1;
            s1 = s0;
        }
        power[r] = s1 * s1 + s2 * s2 - coeff * s1 * s2;
    }
}
