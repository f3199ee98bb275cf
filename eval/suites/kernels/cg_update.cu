__global__ void cg_update_kernel(int n, double step, const double* direction, const double* image, double* solution, double* residual, double* rho)
{
    double squares = 0.0;
    for (int i = blockIdx.x * blockDim.x + threadIdx.x; i < n; i += gridDim.x * blockDim.x) {
        solution[i] += step * direction[i];
        const double r = residual[i] - step * image[i];
        squares += r * r;
        residual[i] = r;
    }
    atomicAdd(rho, squares);
}
