__global__ void solve2x2(const float *m, const float *b, float *x, int count)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= count) return;
    const float *a = m + 4 * i;
    float det = a[0] * a[3] - a[1] * a[2];
    if (det == 0.0f) {
        x[2 * i] = 0.0f;
        x[2 * i + 1] = 0.0f;
        return;
    }
    x[2 * i] = (b[2 * i] * a[3] - a[1] * b[2 * i + 1]) / det;
    x[2 * i + 1] = (a[0] * b[2 * i + 1] - b[2 * i] * a[2]) / det;
}
