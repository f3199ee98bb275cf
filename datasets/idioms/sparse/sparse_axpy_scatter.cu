__global__ void axpyi(int nz, double a, const double *x, const int *indx, double *y)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= nz || a == 0.0) return;
    atomicAdd(y + indx[i], a * x[i]);
}
