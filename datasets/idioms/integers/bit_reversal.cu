__global__ void bit_reverse(const unsigned int *in, unsigned int *out, int nbits, int n)
{
    int i = threadIdx.x + blockIdx.x * blockDim.x;
    if (i < n) {
        unsigned int v = in[i], r = 0;
        for (int b = 0; b < nbits; b++) {
            r = (r << 1) | (v & 1u);
            v >>= 1;
        }
        out[i] = r;
    }
}
