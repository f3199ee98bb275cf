__global__ void monte_carlo_asset_paths_kernel(int paths, int steps, double drift, double volatility, const int* seed, double* worth)
{
    int p = blockIdx.x * blockDim.x + threadIdx.x;
    if (p >= paths)
        return;
    long long state = (seed[p] & 0x7fffffff) % 2147483646 + 1;
    double log_worth = 0.0;
    for (int t = 0; t < steps; ++t) {
        double normal = -6.0;
#pragma unroll
        for (int k = 0; k < 12; ++k) {
            state = state * 16807 % 2147483647;
            normal += state / 2147483647.0;
        }
        log_worth += drift + volatility * normal;
    }
    worth[p] = exp(fmin(log_worth, 40.0));
}
