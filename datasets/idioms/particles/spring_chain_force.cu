__global__ void spring_forces(const double *x, double *f, double k, double rest, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        double force = 0.0;
        if (i > 0)
            force -= k * (x[i] - x[i - 1] - rest);
        if (i < n - 1)
            force += k * (x[i + 1] - x[i] - rest);
        f[i] = force;
    }
}
