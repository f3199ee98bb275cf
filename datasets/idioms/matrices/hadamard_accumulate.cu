__global__ void hadamard_acc(const float *a, const float *b, float *c, int width, int height, int pitch)
{
    int x = blockIdx.x * blockDim.x + threadIdx.x;
    int y = blockIdx.y * blockDim.y + threadIdx.y;
    if (x < width && y < height) {
        int pos = y * pitch + x;
        c[pos] += a[pos] * b[pos];
    }
}
