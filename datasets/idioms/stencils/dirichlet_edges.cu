__global__ void set_boundary(float *u, float value, int nx, int ny)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    int j = blockIdx.y * blockDim.y + threadIdx.y;
    if (i < nx && j < ny) {
        if (i == 0 || j == 0 || i == nx - 1 || j == ny - 1)
            u[j * nx + i] = value;
    }
}
