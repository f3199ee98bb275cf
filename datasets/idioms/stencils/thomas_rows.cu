__global__ void back_substitute_rows(const double *w, const double *piv, double *d, int rows, int n)
{
    int r = blockIdx.x * blockDim.x + threadIdx.x;
    if (r >= rows)
        return;
    double *x = d + r * n;
    for (int i = 1; i < n; i++)
        x[i] -= w[i] * x[i - 1];
    for (int i = n - 2; i >= 0; i--)
        x[i] = (x[i] - piv[i] * x[i + 1]) * 0.5;
}
