__global__ void first_exceeding(const float *x, float level, int *first, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n && x[i] > level)
        atomicMin(first, i);
}
