__global__ void interpolate_quantiles(const double *sorted, int n, const double *q, double *value, int nq)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < nq && n > 0) {
        double p = q[i];
        if (!(p > 0.0)) p = 0.0;
        if (p > 1.0) p = 1.0;
        double h = (n - 1) * p;
        int k = (int)h;
        if (k >= n - 1)
            value[i] = sorted[n - 1];
        else
            value[i] = sorted[k] + (h - k) * (sorted[k + 1] - sorted[k]);
    }
}
