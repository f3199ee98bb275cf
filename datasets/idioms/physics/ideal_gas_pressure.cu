__global__ void pressure_eos(const double *rho, const double *e, double *p, double gamma, int ncells)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < ncells) {
        double val = (gamma - 1.0) * rho[i] * e[i];
        p[i] = val > 1.0e-12 ? val : 1.0e-12;
    }
}
