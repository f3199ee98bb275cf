__global__ void to_cartesian(const double *r, const double *theta, const double *phi, double *xyz, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        double st = sin(theta[i]), ct = cos(theta[i]);
        xyz[i] = r[i] * st * cos(phi[i]);
        xyz[i + n] = r[i] * st * sin(phi[i]);
        xyz[i + 2 * n] = r[i] * ct;
    }
}
