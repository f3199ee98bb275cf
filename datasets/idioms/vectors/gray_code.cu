__global__ void to_gray(const int *code, int *gray, int n)
{
    const int i = blockDim.x * blockIdx.x + threadIdx.x;
    if (i < n)
        gray[i] = code[i] ^ (code[i] >> 1);
}
