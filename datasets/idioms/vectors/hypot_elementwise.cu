__global__ void hypotenuse(const float *a, const float *b, float *c, int n)
{
    int i = blockDim.x * blockIdx.x + threadIdx.x;
    if (i < n)
        c[i] = sqrtf(a[i] * a[i] + b[i] * b[i]);
}
