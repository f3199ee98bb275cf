__global__ void reverse(long long *array, int length)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < length / 2) {
        long long t = array[i];
        array[i] = array[length - 1 - i];
        array[length - 1 - i] = t;
    }
}
