__global__ void scan_inclusive_block_kernel(const int* in, int* out, int* block_total, int n)
{
    __shared__ int line[64];
    const int t = threadIdx.x;
    const int i = blockIdx.x * 64 + t;
    line[t] = i < n ? in[i] : 0;
    __syncthreads();
    for (int reach = 1; reach < 64; reach *= 2) {
        const int more = t >= reach ? line[t - reach] : 0;
        __syncthreads();
        line[t] += more;
        __syncthreads();
    }
    if (i < n)
        out[i] = line[t];
    if (t == 63 && blockIdx.x * 64 < n)
        block_total[blockIdx.x] = line[63];
}
