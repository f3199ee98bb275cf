__global__ void pack_nibbles(const unsigned char *digits, unsigned char *packed, int pairs)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < pairs)
        packed[i] = (unsigned char)((digits[2 * i] & 15) << 4 | (digits[2 * i + 1] & 15));
}
