__global__ void count_hits(const float *x, const float *y, int *hits, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n && x[i] * x[i] + y[i] * y[i] <= 1.0f)
        atomicAdd(hits, 1);
}
