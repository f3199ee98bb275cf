__global__ void laplace3d(const float *in, float *out, int nx, int ny, int nz)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    int j = blockIdx.y * blockDim.y + threadIdx.y;
    int k = blockIdx.z * blockDim.z + threadIdx.z;
    if (i > 0 && i < nx - 1 && j > 0 && j < ny - 1 && k > 0 && k < nz - 1) {
        int id = i + nx * (j + ny * k);
        out[id] = in[id - 1] + in[id + 1] + in[id - nx] + in[id + nx] + in[id - nx * ny] + in[id + nx * ny] - 6.f * in[id];
    }
}
