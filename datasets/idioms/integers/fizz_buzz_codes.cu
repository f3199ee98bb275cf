__global__ void fizz_buzz(int *code, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        int k = i + 1;
        if (k % 15 == 0)
            code[i] = 3;
        else if (k % 5 == 0)
            code[i] = 2;
        else if (k % 3 == 0)
            code[i] = 1;
        else
            code[i] = 0;
    }
}
