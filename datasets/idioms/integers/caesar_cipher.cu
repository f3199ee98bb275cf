__global__ void caesar(const int *in, int *out, int shift, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        int c = in[i];
        out[i] = (c >= 65 && c <= 90) ? (c - 65 + shift + 26) % 26 + 65 : c;
    }
}
