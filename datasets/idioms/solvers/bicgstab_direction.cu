__global__ void bicgstab_p(double *p, const double *r, const double *v, double beta, double omega, int n)
{
    int i = blockDim.x * blockIdx.x + threadIdx.x;
    int stride = blockDim.x * gridDim.x;
    for (; i < n; i += stride)
        p[i] = r[i] + beta * (p[i] - omega * v[i]);
}
