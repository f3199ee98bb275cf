__global__ void project_velocity(double *u, const double *p, double dt_dx, int nx, int ny)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    int j = blockIdx.y * blockDim.y + threadIdx.y;
    if (i >= 1 && i < nx && j < ny)
        u[j * (nx + 1) + i] -= dt_dx * (p[j * nx + i] - p[j * nx + i - 1]);
}
