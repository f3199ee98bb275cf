__global__ void binomial_step(const double *value, double *next, double p, double discount, int level)
{
    int j = blockIdx.x * blockDim.x + threadIdx.x;
    if (j < level)
        next[j] = discount * (p * value[j + 1] + (1.0 - p) * value[j]);
}
