__global__ void lattice_boltzmann_step_kernel(const double* f, double* f_new, int ny, int nx, double tau)
{
    const int cx[9] = {0, 1, 0, -1, 0, 1, -1, -1, 1}, cy[9] = {0, 0, 1, 0, -1, 1, 1, -1, -1};
    const double w[9] = {4.0 / 9, 1.0 / 9, 1.0 / 9, 1.0 / 9, 1.0 / 9, 1.0 / 36, 1.0 / 36, 1.0 / 36, 1.0 / 36};
    const int x = blockIdx.x * blockDim.x + threadIdx.x;
    const int y = blockIdx.y * blockDim.y + threadIdx.y;
    if (x >= nx || y >= ny)
        return;
    double pulled[9], rho = 0.0, jx = 0.0, jy = 0.0;
    for (int q = 0; q < 9; ++q) {
        int from = (y - cy[q] + ny) % ny * nx + (x - cx[q] + nx) % nx;
        pulled[q] = f[q * ny * nx + from];
        rho += pulled[q];
        jx += cx[q] * pulled[q];
        jy += cy[q] * pulled[q];
    }
    double ux = jx / rho, uy = jy / rho, rest = 1.0 - 1.5 * (ux * ux + uy * uy);
    for (int q = 0; q < 9; ++q) {
        double along = cx[q] * ux + cy[q] * uy;
        double equilibrium = w[q] * rho * (rest + 3.0 * along + 4.5 * along * along);
        f_new[q * ny * nx + y * nx + x] = pulled[q] + (equilibrium - pulled[q]) / tau;
    }
}
