__global__ void neighbour_list_energy_kernel(const double* x, const int* starts, const int* partners, double* energy, double cutoff, int atoms)
{
    const int i = blockDim.x * blockIdx.x + threadIdx.x;
    if (i >= atoms)
        return;
    double mine = 0.0;
    for (int k = starts[i], last = starts[i + 1]; k < last; ++k) {
        const double r = fabs(x[i] - x[partners[k]]);
        if (r < cutoff) {
            const double stretch = 1.0 - r / cutoff;
            mine += 0.5 * stretch * stretch;
        }
    }
    energy[i] = mine;
}
