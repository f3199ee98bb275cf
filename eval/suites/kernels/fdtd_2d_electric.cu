__global__ void fdtd_2d_electric_kernel(float* ex, float* ey, const float* hz, int nx, int ny, float ce)
{
    int i = blockIdx.y * blockDim.y + threadIdx.y;
    int j = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= nx || j >= ny)
        return;
    if (j > 0)
        ex[i * ny + j] += ce * (hz[i * ny + j] - hz[i * ny + j - 1]);
    if (i > 0)
        ey[i * ny + j] -= ce * (hz[i * ny + j] - hz[(i - 1) * ny + j]);
}
