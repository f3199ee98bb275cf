__global__ void verlet(double *r, double *r_prev, const double *force, const double *mass, double dt, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        double next = 2.0 * r[i] - r_prev[i] + force[i] / mass[i] * dt * dt;
        r_prev[i] = r[i];
        r[i] = next;
    }
}
