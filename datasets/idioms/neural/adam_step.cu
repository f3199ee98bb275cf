__global__ void adam_step(float *w, const float *g, float *m, float *v, float lr, float b1, float b2, float eps, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) return;

    m[i] = b1 * m[i] + (1.0f - b1) * g[i];
    v[i] = b2 * v[i] + (1.0f - b2) * g[i] * g[i];
    w[i] -= lr * m[i] / (sqrtf(fabsf(v[i])) + eps);
}
