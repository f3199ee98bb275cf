__global__ void scan_blocks(const int *in, int *out, int n)
{
    __shared__ int temp[64];
    int t = threadIdx.x;
    int i = blockIdx.x * 64 + t;
    temp[t] = i < n ? in[i] : 0;
    __syncthreads();
    for (int d = 1; d < 64; d *= 2) {
        int v = t >= d ? temp[t - d] : 0;
        __syncthreads();
        temp[t] += v;
        __syncthreads();
    }
    if (i < n)
        out[i] = temp[t];
}
