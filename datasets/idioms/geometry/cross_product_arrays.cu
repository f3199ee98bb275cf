__global__ void cross(const float *a, const float *b, float *c, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        int k = 3 * i;
        c[k] = a[k + 1] * b[k + 2] - a[k + 2] * b[k + 1];
        c[k + 1] = a[k + 2] * b[k] - a[k] * b[k + 2];
        c[k + 2] = a[k] * b[k + 1] - a[k + 1] * b[k];
    }
}
