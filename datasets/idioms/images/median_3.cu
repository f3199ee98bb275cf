__device__ int median3(int a, int b, int c)
{
    return max(min(a, b), min(max(a, b), c));
}

__global__ void median_rows(const int *in, int *out, int width, int height)
{
    int x = blockIdx.x * blockDim.x + threadIdx.x;
    int y = blockIdx.y * blockDim.y + threadIdx.y;
    if (x > 0 && x < width - 1 && y < height) {
        int i = y * width + x;
        out[i] = median3(in[i - 1], in[i], in[i + 1]);
    }
}
