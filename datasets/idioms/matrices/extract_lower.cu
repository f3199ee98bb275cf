__global__ void tril_kernel(const float *a, float *l, int n)
{
    int idx = blockIdx.x * blockDim.x + threadIdx.x;
    if (idx < n * n) {
        int i = idx / n;
        int j = idx % n;
        if (j <= i)
            l[idx] = a[idx];
        else
            l[idx] = 0.0f;
    }
}
