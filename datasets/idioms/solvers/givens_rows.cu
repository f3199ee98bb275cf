__global__ void apply_givens(double *a, int p, int q, double c, double s, int ncols)
{
    int j = threadIdx.x + blockIdx.x * blockDim.x;
    if (j < ncols) {
        double x = a[p * ncols + j];
        double y = a[q * ncols + j];
        a[p * ncols + j] = c * x + s * y;
        a[q * ncols + j] = -s * x + c * y;
    }
}
