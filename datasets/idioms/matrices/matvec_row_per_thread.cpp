void matvec(const double *A, const double *x, double *y, int m, int n)
{
    for (int row = 0; row < m; row++) {
        double sum = 0.0;
        for (int k = 0; k < n; k++)
            sum += A[row * n + k] * x[k];
        y[row] = sum;
    }
}
