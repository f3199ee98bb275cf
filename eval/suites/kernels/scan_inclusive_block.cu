__global__ void scan_inclusive_block_kernel(const int* in, int* out, int* block_total, int n)
{
    __shared__ int line[256];
    const int t = threadIdx.x;
    const int i = blockIdx.x * blockDim.x + t;
    line[t] = i < n ? in[i] : 0;
    __syncthreads();
    for (int reach = 1; reach < 256; reach *= 2) {
        const int more = t >= reach ? line[t - reach] : 0;
        __syncthreads();
        line[t] += more;
        __syncthreads();
    }
    if (i < n)
        out[i] = line[t];
    if (i < n && (t == 255 || i == n - 1))
        block_total[i / 256] = line[t];
}
