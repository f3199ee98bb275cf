__global__ void stream_add_kernel(const double* a, const double* b, double* c, long count)
{
    long i = threadIdx.x + (long)blockIdx.x * blockDim.x;
    if (i < count)
        c[i] = a[i] + b[i];
}
