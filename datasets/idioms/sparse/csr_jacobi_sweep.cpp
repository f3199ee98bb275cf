void jacobi_csr(int n, const int *ptr, const int *idx, const double *a, const double *b, const double *xold, double *xnew)
{
    for (int i = 0; i < n; i++) {
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
