__global__ void cg_direction_kernel(double* p, const double* z, const double* rho_new, const double* rho_old, int unknowns)
{
    const int u = blockIdx.x * blockDim.x + threadIdx.x;
    if (u >= unknowns)
        return;
    const double beta = *rho_new / *rho_old;
    p[u] = z[u] + beta * p[u];
}
