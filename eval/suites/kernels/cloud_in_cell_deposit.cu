__global__ void cloud_in_cell_deposit_kernel(const int* cell, const double* offset, double charge, double* density, int particles)
{
    int p = blockIdx.x * blockDim.x + threadIdx.x;
    if (p < particles) {
        double right = charge * offset[p];
        atomicAdd(&density[cell[p]], charge - right);
        atomicAdd(&density[cell[p] + 1], right);
    }
}
