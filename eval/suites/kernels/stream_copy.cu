__global__ void stream_copy_kernel(double* __restrict__ target, const double* __restrict__ origin, size_t length)
{
    const size_t at = size_t(blockIdx.x) * blockDim.x + threadIdx.x;
    if (at >= length)
        return;
    target[at] = origin[at];
}
