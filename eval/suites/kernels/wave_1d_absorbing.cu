__global__ void wave_1d_absorbing_kernel(const double* previous, const double* current, double* next, double courant, int points)
{
    const int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= points)
        return;
    const double c2 = courant * courant, k = (courant - 1.0) / (courant + 1.0);
    if (i == 0)
        next[i] = current[i + 1] + k * (current[i + 1] - current[i]);
    else if (i == points - 1)
        next[i] = current[i - 1] + k * (current[i - 1] - current[i]);
    else
        next[i] = 2.0 * (1.0 - c2) * current[i] - previous[i] + c2 * (current[i - 1] + current[i + 1]);
}
