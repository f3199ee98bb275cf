__global__ void norm2_squared_kernel(double* out, const double* vec, int dim)
{
    __shared__ double warps[8];
    double acc = 0.0;
    for (int d = threadIdx.x; d < dim; d += blockDim.x)
        acc += vec[d] * vec[d];
    for (int offset = 16; offset > 0; offset >>= 1)
        acc += __shfl_down_sync(0xffffffffu, acc, offset);
    if (threadIdx.x % 32 == 0)
        warps[threadIdx.x / 32] = acc;
    __syncthreads();
    if (threadIdx.x == 0) {
        for (int w = 1; w < blockDim.x / 32; ++w)
            acc += warps[w];
        out[0] += acc;
    }
}
