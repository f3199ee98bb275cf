__global__ void forward_diff(const double *f, double *df, double h, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n - 1)
        df[i] = (f[i + 1] - f[i]) / h;
    else if (i == n - 1)
        df[i] = 0.0;
}
