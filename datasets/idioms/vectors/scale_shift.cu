__global__ void scale_shift(double *x, const double scale, const double shift, const int len)
{
    int idx = threadIdx.x + blockIdx.x * blockDim.x;
    if (idx >= len) return;
    x[idx] = x[idx] * scale + shift;
}
