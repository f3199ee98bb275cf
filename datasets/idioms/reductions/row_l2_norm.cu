__global__ void rowNormsKernel(const double *a, double *norms, int m, int n)
{
    for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < m; i += gridDim.x * blockDim.x) {
        double acc = 0.0;
        for (int j = 0; j < n; ++j) {
            double v = a[i * n + j];
            acc += v * v;
        }
        norms[i] = sqrt(acc);
    }
}
