__global__ void average_7point(const double *a0, double *a1, double fac, int nx, int ny, int nz)
{
    int i = threadIdx.x + blockIdx.x * blockDim.x;
    int j = threadIdx.y + blockIdx.y * blockDim.y;
    if (i >= 1 && i < nx - 1 && j >= 1 && j < ny - 1) {
        for (int k = 1; k < nz - 1; k++) {
            int p = (k * ny + j) * nx + i;
            a1[p] = (a0[p] + a0[p - 1] + a0[p + 1] + a0[p - nx] + a0[p + nx] + a0[p - nx * ny] + a0[p + nx * ny]) * fac;
        }
    }
}
