__global__ void gray_encode(const int *binary, int *gray, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n)
        gray[i] = binary[i] ^ (binary[i] >> 1);
}
