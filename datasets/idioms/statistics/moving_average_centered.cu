__global__ void moving_average(const double *in, double *out, int n, int radius)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        int lo = max(i - radius, 0);
        int hi = min(i + radius, n - 1);
        double s = 0.0;
        for (int k = lo; k <= hi; k++)
            s += in[k];
        out[i] = s / (hi - lo + 1);
    }
}
