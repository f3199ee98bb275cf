__global__ void median3(const int *a, const int *b, const int *c, int *med, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n)
        med[i] = max(min(a[i], b[i]), min(max(a[i], b[i]), c[i]));
}
