__global__ void covariance(const double *X, const double *mu, double *C, int nobs, int nvar)
{
    int i = blockIdx.y * blockDim.y + threadIdx.y;
    int j = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < nvar && j < nvar) {
        double s = 0.0;
        for (int k = 0; k < nobs; k++)
            s += (X[k * nvar + i] - mu[i]) * (X[k * nvar + j] - mu[j]);
        C[i * nvar + j] = s / nobs;
    }
}
