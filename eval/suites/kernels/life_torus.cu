__global__ void life_torus_kernel(const unsigned char* now, unsigned char* later, int rows, int cols)
{
    int c = blockIdx.x * blockDim.x + threadIdx.x;
    int r = blockIdx.y * blockDim.y + threadIdx.y;
    if (r >= rows || c >= cols)
        return;
    const int up = (r + rows - 1) % rows * cols, mid = r * cols, down = (r + 1) % rows * cols;
    const int left = (c + cols - 1) % cols, right = (c + 1) % cols;
    int alive = (now[up + left] & 1) + (now[up + c] & 1) + (now[up + right] & 1) + (now[mid + left] & 1) + (now[mid + right] & 1)
        + (now[down + left] & 1) + (now[down + c] & 1) + (now[down + right] & 1);
    later[mid + c] = alive == 3 || (alive == 2 && (now[mid + c] & 1));
}
