__global__ void shallow_water_step_kernel(const double* h, const double* hu, double* h_new, double* hu_new, double gravity, double dt_dx, int cells)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < 1 || i >= cells - 1)
        return;
    double fl = hu[i - 1] * hu[i - 1] / h[i - 1] + 0.5 * gravity * h[i - 1] * h[i - 1];
    double fr = hu[i + 1] * hu[i + 1] / h[i + 1] + 0.5 * gravity * h[i + 1] * h[i + 1];
    h_new[i] = 0.5 * (h[i - 1] + h[i + 1]) - 0.5 * dt_dx * (hu[i + 1] - hu[i - 1]);
    hu_new[i] = 0.5 * (hu[i - 1] + hu[i + 1]) - 0.5 * dt_dx * (fr - fl);
}
