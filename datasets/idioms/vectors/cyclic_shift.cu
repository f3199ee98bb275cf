__global__ void roll_kernel(const float *in, float *out, int shift, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        int j = (i + shift) % n;
        if (j < 0)
            j += n;
        out[j] = in[i];
    }
}
