__global__ void row_variance(const double *x, double *mean, double *var, int rows, int cols)
{
    int r = blockIdx.x * blockDim.x + threadIdx.x;
    if (r < rows) {
        double m = 0.0, v = 0.0;
        for (int c = 0; c < cols; c++)
            m += x[r * cols + c];
        m /= cols;
        for (int c = 0; c < cols; c++)
            v += (x[r * cols + c] - m) * (x[r * cols + c] - m);
        mean[r] = m;
        var[r] = v / cols;
    }
}
