__global__ void jacobi_2d_kernel(const double* old, const double* source, double* next, int ny, int nx, double h2)
{
    const int x = 1 + blockIdx.x * blockDim.x + threadIdx.x;
    const int y = 1 + blockIdx.y * blockDim.y + threadIdx.y;
    if (x >= nx - 1 || y >= ny - 1)
        return;
    const int c = y * nx + x;
    const double around = old[c + 1] + old[c - 1] + old[c + nx] + old[c - nx];
    next[c] = (around - h2 * source[c]) / 4.0;
}
