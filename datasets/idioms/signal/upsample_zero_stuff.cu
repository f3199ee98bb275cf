__global__ void zero_stuff(const double *x, double *y, int L, int n)
{
    for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < n; i += blockDim.x * gridDim.x)
        y[i] = i % L == 0 ? x[i / L] : 0.0;
}
