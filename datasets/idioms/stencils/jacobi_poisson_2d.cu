#define IDX(i, j) ((i) * m + (j))

__global__ void jacobi_sweep(const double *u, const double *f, double *unew, double h2, int n, int m)
{
    int i = blockIdx.y * blockDim.y + threadIdx.y;
    int j = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < 1 || j < 1 || i >= n - 1 || j >= m - 1)
        return;
    unew[IDX(i, j)] = 0.25 * (u[IDX(i - 1, j)] + u[IDX(i + 1, j)] + u[IDX(i, j - 1)] + u[IDX(i, j + 1)] - h2 * f[IDX(i, j)]);
}
