__global__ void heat_3d_kernel(const double* t, double* t_new, int nz, int ny, int nx, double cx, double cy, double cz)
{
    const int i = blockIdx.x * blockDim.x + threadIdx.x;
    const int j = blockIdx.y * blockDim.y + threadIdx.y;
    const int k = blockIdx.z * blockDim.z + threadIdx.z;
    if (i < 1 || j < 1 || k < 1 || i >= nx - 1 || j >= ny - 1 || k >= nz - 1)
        return;
    const int plane = ny * nx;
    const int c = k * plane + j * nx + i;
    t_new[c] = t[c] * (1.0 - 2.0 * (cx + cy + cz)) + cx * (t[c - 1] + t[c + 1]) + cy * (t[c - nx] + t[c + nx])
        + cz * (t[c - plane] + t[c + plane]);
}
