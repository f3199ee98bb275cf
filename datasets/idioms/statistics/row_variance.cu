__global__ void row_variance(const double *x, const double *mean, double *var, int m, int n)
{
    int r = blockIdx.x * blockDim.x + threadIdx.x;
    if (r < m) {
        double acc = 0.0;
        for (int c = 0; c < n; c++) {
            double d = x[r * n + c] - mean[r];
            acc += d * d;
        }
        var[r] = n > 1 ? acc / (n - 1) : 0.0;
    }
}
