__global__ void total_pressure(const float *p, const float *bx, const float *by, const float *bz, float *ptot, int nx, int ny, int nz)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    int j = blockIdx.y * blockDim.y + threadIdx.y;
    int k = blockIdx.z * blockDim.z + threadIdx.z;
    if (i < nx && j < ny && k < nz) {
        int c = (k * ny + j) * nx + i;
        ptot[c] = p[c] + 0.5f * (bx[c] * bx[c] + by[c] * by[c] + bz[c] * bz[c]);
    }
}
