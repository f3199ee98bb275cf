__global__ void mean_abs_dev(const double *x, double center, int n, double *result)
{
    __shared__ double cache[256];
    double total = 0.0;
    for (int i = threadIdx.x; i < n; i += blockDim.x)
        total += fabs(x[i] - center);
    cache[threadIdx.x] = total;
    __syncthreads();
    for (int s = blockDim.x / 2; s > 0; s >>= 1) {
        if (threadIdx.x < s)
            cache[threadIdx.x] += cache[threadIdx.x + s];
        __syncthreads();
    }
    if (threadIdx.x == 0)
        *result = n > 0 ? cache[0] / n : 0.0;
}
