__global__ void laplacian_1d(const double *u, double *lap, double dx, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i > 0 && i < n - 1)
        lap[i] = (u[i - 1] - 2.0 * u[i] + u[i + 1]) / (dx * dx);
}
