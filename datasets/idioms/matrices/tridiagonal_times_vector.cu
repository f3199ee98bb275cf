__global__ void tridiag_mv(const double *lower, const double *diag, const double *upper, const double *x, double *y, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        double v = diag[i] * x[i];
        if (i > 0)
            v += lower[i] * x[i - 1];
        if (i < n - 1)
            v += upper[i] * x[i + 1];
        y[i] = v;
    }
}
