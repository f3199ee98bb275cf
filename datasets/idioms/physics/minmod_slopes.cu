__device__ double minmod(double a, double b)
{
    if (a * b <= 0.0)
        return 0.0;
    return fabs(a) < fabs(b) ? a : b;
}

__global__ void minmod_slopes(const double *u, double *slope, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x + 1;
    if (i < n - 1)
        slope[i] = minmod(u[i] - u[i - 1], u[i + 1] - u[i]);
}
