__global__ void restrict_1d(const double *fine, double *coarse, int nc)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i > 0 && i < nc - 1)
        coarse[i] = 0.25 * fine[2 * i - 1] + 0.5 * fine[2 * i] + 0.25 * fine[2 * i + 1];
}
