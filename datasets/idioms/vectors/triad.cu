template <typename T>
__global__ void triad(T *a, const T *b, const T *c, const T scalar, const long n)
{
    const long stride = (long)blockDim.x * gridDim.x;
    for (long j = (long)blockIdx.x * blockDim.x + threadIdx.x; j < n; j += stride)
        a[j] = b[j] + scalar * c[j];
}
