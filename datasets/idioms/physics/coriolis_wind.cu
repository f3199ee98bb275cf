__global__ void coriolis(double *u, double *v, const double *lat, double dt, int n)
{
    const double omega = 7.292e-5;
    int i = threadIdx.x + blockIdx.x * blockDim.x;
    if (i < n) {
        double f = 2.0 * omega * sin(lat[i] * 3.14159265358979 / 180.0);
        double u0 = u[i];
        u[i] += dt * f * v[i];
        v[i] -= dt * f * u0;
    }
}
