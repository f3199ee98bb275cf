__global__ void colMeans(const double *X, double *mu, int n, int p)
{
    int j = blockIdx.x * blockDim.x + threadIdx.x;
    if (j < p) {
        double acc = 0.0;
        for (int i = 0; i < n; i++)
            acc += X[i * p + j];
        mu[j] = acc / n;
    }
}
