__global__ void norm2_squared_kernel(double* out, const double* vec, int dim)
{
    __shared__ double warps[8];
    const int d = blockIdx.x * 256 + threadIdx.x;
    double acc = d < dim ? vec[d] * vec[d] : 0.0;
    for (int offset = 16; offset > 0; offset >>= 1)
        acc += __shfl_down_sync(0xffffffffu, acc, offset);
    if (threadIdx.x % 32 == 0)
        warps[threadIdx.x / 32] = acc;
    __syncthreads();
    if (threadIdx.x == 0) {
        for (int w = 1; w < 8; ++w)
            acc += warps[w];
        atomicAdd(out, acc);
    }
}
