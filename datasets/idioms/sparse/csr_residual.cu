__global__ void csr_residual_abs(int nrow, const int *ia, const int *ja, const double *a, const double *x, const double *rhs, double *r)
{
    for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < nrow; i += gridDim.x * blockDim.x) {
        double s = rhs[i];
        for (int jj = ia[i]; jj < ia[i + 1]; jj++)
            s -= a[jj] * x[ja[jj]];
        r[i] = fabs(s);
    }
}
