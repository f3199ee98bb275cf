__global__ void box_muller(const double *u1, const double *u2, double *z0, double *z1, size_t n)
{
    size_t i = (size_t)blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n) return;
    double r = sqrt(-2.0 * log(u1[i]));
    double theta = 6.283185307179586 * u2[i];
    z0[i] = r * cos(theta);
    z1[i] = r * sin(theta);
}
