__global__ void lax_wendroff_gpu(const double *u, double *un, double c, int n)
{
    for (int i = 1 + blockIdx.x * blockDim.x + threadIdx.x; i < n - 1; i += blockDim.x * gridDim.x)
        un[i] = u[i] - 0.5 * c * (u[i + 1] - u[i - 1]) + 0.5 * c * c * (u[i + 1] - 2.0 * u[i] + u[i - 1]);
}
