__global__ void linspace(double *x, double start, double stop, int n)
{
    int i = threadIdx.x + blockIdx.x * blockDim.x;
    if (i < n)
        x[i] = start + (stop - start) * i / (double)(n - 1);
}
