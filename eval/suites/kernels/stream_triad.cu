__global__ void stream_triad_kernel(int elements, double* __restrict__ a, const double* __restrict__ b, double q, const double* __restrict__ c)
{
    const int e = blockDim.x * blockIdx.x + threadIdx.x;
    if (e >= elements) return;
    const double scaled = q * c[e];
    a[e] = b[e] + scaled;
}
