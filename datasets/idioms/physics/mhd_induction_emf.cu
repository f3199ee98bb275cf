__global__ void emf_z(const double *vx, const double *vy, const double *bx, const double *by, double *ez, int m)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < m)
        ez[i] = -(vx[i] * by[i] - vy[i] * bx[i]);
}
