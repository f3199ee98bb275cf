__global__ void double2float(float *dst, const double *src, size_t n)
{
    const size_t i = threadIdx.x + (size_t)blockIdx.x * blockDim.x;
    if (i < n)
        dst[i] = (float)src[i];
}
