__device__ double rhs(double l, double y)
{
    return -l * y;
}

__global__ void rk4_decay(double *y, const double *lambda, double dt, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        double l = lambda[i];
        double k1 = rhs(l, y[i]);
        double k2 = rhs(l, y[i] + 0.5 * dt * k1);
        double k3 = rhs(l, y[i] + 0.5 * dt * k2);
        double k4 = rhs(l, y[i] + dt * k3);
        y[i] += dt / 6.0 * (k1 + 2.0 * k2 + 2.0 * k3 + k4);
    }
}
