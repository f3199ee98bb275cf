__global__ void to_digits(const int *numbers, int *digits, int base, int width, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n || base < 2) return;
    int v = abs(numbers[i]);
    for (int k = width - 1; k >= 0; k--) {
        digits[i * width + k] = v % base;
        v /= base;
    }
}
