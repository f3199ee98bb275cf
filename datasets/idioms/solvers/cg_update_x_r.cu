__global__ void cg_update(double *x, double *r, const double *p, const double *Ap, double alpha, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        x[i] += alpha * p[i];
        r[i] -= alpha * Ap[i];
    }
}
