__global__ void divergence(const float *u, const float *v, const float *w, float *div, float inv2h, int nx, int ny, int nz)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    int j = blockIdx.y * blockDim.y + threadIdx.y;
    int k = blockIdx.z * blockDim.z + threadIdx.z;
    if (i < 1 || j < 1 || k < 1 || i >= nx - 1 || j >= ny - 1 || k >= nz - 1) return;
    int c = i + nx * (j + ny * k);
    div[c] = inv2h * (u[c + 1] - u[c - 1] + v[c + nx] - v[c - nx] + w[c + nx * ny] - w[c - nx * ny]);
}
