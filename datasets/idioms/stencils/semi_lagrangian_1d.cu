__global__ void advect_back(const float *q, const float *u, float *out, float dt, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) return;
    float x = i - dt * u[i];
    if (!(x > 0.0f))
        x = 0.0f;
    if (x > n - 1)
        x = n - 1;
    int i0 = (int)floorf(x);
    int i1 = i0 + 1 < n ? i0 + 1 : n - 1;
    float f = x - i0;
    out[i] = (1.0f - f) * q[i0] + f * q[i1];
}
