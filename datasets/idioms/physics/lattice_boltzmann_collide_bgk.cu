__global__ void bgk_collide(double *f, const double *feq, double omega, int q, int n)
{
    int x = blockIdx.x * blockDim.x + threadIdx.x;
    if (x < n) {
        for (int d = 0; d < q; d++)
            f[d * n + x] += omega * (feq[d * n + x] - f[d * n + x]);
    }
}
