__global__ void divergence(const float *u, const float *v, float *div, float dx, float dy, int nx, int ny)
{
    int i = blockDim.x * blockIdx.x + threadIdx.x;
    int j = blockDim.y * blockIdx.y + threadIdx.y;
    if (i < nx && j < ny)
        div[j * nx + i] = (u[j * (nx + 1) + i + 1] - u[j * (nx + 1) + i]) / dx + (v[(j + 1) * nx + i] - v[j * nx + i]) / dy;
}
