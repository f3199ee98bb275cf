__global__ void bounceKernel(double *pos, double *vel, double lo, double hi, int n)
{
    int i = threadIdx.x + blockIdx.x * blockDim.x;
    if (i >= n)
        return;
    if (pos[i] < lo) {
        pos[i] = 2.0 * lo - pos[i];
        vel[i] = -vel[i];
    } else if (pos[i] > hi) {
        pos[i] = 2.0 * hi - pos[i];
        vel[i] = -vel[i];
    }
}
