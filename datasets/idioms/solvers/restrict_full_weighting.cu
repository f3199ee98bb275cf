__global__ void restrict_1d(const double *fine, double *coarse, int nc)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x + 1;
    if (i < nc - 1)
        coarse[i] = 0.25 * (fine[2 * i - 1] + 2.0 * fine[2 * i] + fine[2 * i + 1]);
}
