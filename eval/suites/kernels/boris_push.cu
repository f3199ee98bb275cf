__global__ void boris_push_kernel(double* vx, double* vy, const double* ex, const double* ey, double bz, double charge_dt, int particles)
{
    const int p = blockIdx.x * blockDim.x + threadIdx.x;
    if (p >= particles)
        return;
    const double half = 0.5 * charge_dt;
    const double t = half * bz, s = 2.0 * t / (1.0 + t * t);
    const double ux = vx[p] + half * ex[p], uy = vy[p] + half * ey[p];
    const double wx = ux + t * uy, wy = uy - t * ux;
    vx[p] = ux + s * wy + half * ex[p];
    vy[p] = uy - s * wx + half * ey[p];
}
