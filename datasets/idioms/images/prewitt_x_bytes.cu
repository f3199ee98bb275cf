__global__ void prewitt_x(const unsigned char *src, short *grad, int rows, int cols)
{
    int j = blockIdx.x * blockDim.x + threadIdx.x;
    int i = blockIdx.y * blockDim.y + threadIdx.y;
    if (i < 1 || i >= rows - 1 || j < 1 || j >= cols - 1)
        return;
    int sum = 0;
    for (int k = -1; k <= 1; k++)
        sum += src[(i + k) * cols + j + 1] - src[(i + k) * cols + j - 1];
    grad[i * cols + j] = (short)sum;
}
