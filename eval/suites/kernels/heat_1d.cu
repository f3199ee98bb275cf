__global__ void heat_1d_kernel(double* after, const double* before, const double* kappa, double ratio, int cells)
{
    const int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i == 0)
        after[0] = before[0];
    else if (i <= cells) {
        double into = kappa[i] * (before[i + 1] - before[i]);
        double from = kappa[i - 1] * (before[i] - before[i - 1]);
        after[i] = before[i] + ratio * (into - from);
    }
}
