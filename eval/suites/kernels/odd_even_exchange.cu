__global__ void odd_even_exchange_kernel(float* a, int pairs, int phase)
{
    const int p = blockIdx.x * blockDim.x + threadIdx.x;
    if (p >= pairs)
        return;
    const int at = 2 * p + (phase % 2 == 0 ? 0 : 1);
    const float low = a[at], high = a[at + 1];
    if (low > high) {
        a[at] = high;
        a[at + 1] = low;
    }
}
