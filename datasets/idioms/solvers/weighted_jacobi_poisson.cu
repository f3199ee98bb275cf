__global__ void damped_jacobi_poisson(const double *u, const double *f, double *u_new, double h, double omega, int nx, int ny)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    int j = blockIdx.y * blockDim.y + threadIdx.y;
    if (i > 0 && i < nx - 1 && j > 0 && j < ny - 1) {
        int c = j * nx + i;
        double gs = 0.25 * (u[c - 1] + u[c + 1] + u[c - nx] + u[c + nx] - h * h * f[c]);
        u_new[c] = (1.0 - omega) * u[c] + omega * gs;
    }
}
