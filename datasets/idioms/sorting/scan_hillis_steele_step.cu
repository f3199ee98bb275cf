__global__ void scan_step(const int *in, int *out, int offset, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        if (i >= offset)
            out[i] = in[i] + in[i - offset];
        else
            out[i] = in[i];
    }
}
