__global__ void split_even_odd(int n, const int *v, int *even, int *odd)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        if (i % 2 == 0)
            even[i / 2] = v[i];
        else
            odd[i / 2] = v[i];
    }
}
