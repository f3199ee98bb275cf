#define THREADS 256

__global__ void sample_statistics(const double *x, int n, double *mean, double *stderr_out)
{
    __shared__ double s[THREADS];
    __shared__ double s2[THREADS];
    int t = threadIdx.x;
    double a = 0.0, b = 0.0;
    for (int i = t; i < n; i += blockDim.x) {
        a += x[i];
        b += x[i] * x[i];
    }
    s[t] = a;
    s2[t] = b;
    __syncthreads();
    for (int half = blockDim.x / 2; half > 0; half /= 2) {
        if (t < half) {
            s[t] += s[t + half];
            s2[t] += s2[t + half];
        }
        __syncthreads();
    }
    if (t == 0) {
        *mean = s[0] / n;
        *stderr_out = sqrt(fabs(s2[0] / n - (s[0] / n) * (s[0] / n)) / n);
    }
}
