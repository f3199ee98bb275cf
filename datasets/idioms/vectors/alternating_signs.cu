__global__ void alternate_sign(float *a, int n)
{
    int i = 2 * (blockIdx.x * blockDim.x + threadIdx.x) + 1;
    if (i < n)
        a[i] = -a[i];
}
