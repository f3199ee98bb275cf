__global__ void residual(const double *x, const double *b, double *r, double diag, double off, int nx, int ny)
{
    int k = blockIdx.x * blockDim.x + threadIdx.x;
    if (k >= nx * ny)
        return;
    int i = k % nx;
    int j = k / nx;
    double ax = diag * x[k];
    if (i > 0) ax += off * x[k - 1];
    if (i < nx - 1) ax += off * x[k + 1];
    if (j > 0) ax += off * x[k - nx];
    if (j < ny - 1) ax += off * x[k + nx];
    r[k] = b[k] - ax;
}
