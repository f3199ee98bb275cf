__global__ void erode_binary_kernel(const int* mask, int* eroded, int height, int width)
{
    const int x = blockIdx.x * blockDim.x + threadIdx.x;
    const int y = blockIdx.y * blockDim.y + threadIdx.y;
    if (x >= width || y >= height)
        return;
    int solid = x > 0 && y > 0 && x < width - 1 && y < height - 1;
    for (int k = 0; solid && k < 9; ++k)
        solid = mask[(y + k / 3 - 1) * width + x + k % 3 - 1] > 0;
    eroded[y * width + x] = solid;
}
