__global__ void jacobi_csr_kernel(int n, const int *ptr, const int *idx, const double *a, const double *b, const double *xold, double *xnew)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        double sigma = 0.0;
        double d = 1.0;
        for (int j = ptr[i]; j < ptr[i + 1]; j++) {
            if (idx[j] == i)
                d = a[j];
            else
                sigma += a[j] * xold[idx[j]];
        }
        xnew[i] = (b[i] - sigma) / d;
    }
}
