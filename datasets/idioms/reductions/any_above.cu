__global__ void any_above(const float *x, float limit, int *flag, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n && x[i] > limit)
        *flag = 1;
}
