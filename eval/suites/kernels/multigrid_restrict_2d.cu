__global__ void multigrid_restrict_2d_kernel(const double* fine, double* coarse, int rows, int cols)
{
    const int c = blockIdx.x * blockDim.x + threadIdx.x;
    const int r = blockIdx.y * blockDim.y + threadIdx.y;
    if (r >= rows || c >= cols)
        return;
    const int pitch = 2 * cols + 1;
    const double* middle = fine + (2 * r + 1) * pitch + 2 * c + 1;
    const double edges = middle[-1] + middle[1] + middle[-pitch] + middle[pitch];
    const double corners = middle[-pitch - 1] + middle[-pitch + 1] + middle[pitch - 1] + middle[pitch + 1];
    coarse[r * cols + c] = 0.25 * middle[0] + 0.125 * edges + 0.0625 * corners;
}
