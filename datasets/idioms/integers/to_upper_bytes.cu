__global__ void to_upper(char *text, int len)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < len)
        if (text[i] >= 'a' && text[i] <= 'z')
            text[i] = text[i] - 'a' + 'A';
}
