__global__ void count_nonzero(const float *x, int *count, const int n)
{
    int i = blockDim.x * blockIdx.x + threadIdx.x;
    if (i < n && x[i] != 0.0f)
        atomicAdd(count, 1);
}
