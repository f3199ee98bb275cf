__global__ void lj_energy(const double *x, const double *y, const double *z, double *energy, double rcut2, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= n)
        return;
    double e = 0.0;
    for (int j = 0; j < n; j++) {
        if (j == i)
            continue;
        double dx = x[i] - x[j], dy = y[i] - y[j], dz = z[i] - z[j];
        double r2 = dx * dx + dy * dy + dz * dz;
        if (r2 < rcut2 && r2 > 0.01) {
            double s = 1.0 / (r2 * r2 * r2);
            e += 2.0 * s * (s - 1.0);
        }
    }
    energy[i] = e;
}
