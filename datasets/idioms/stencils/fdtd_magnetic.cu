__global__ void update_hz(float *hz, const float *ex, const float *ey, const float *coef, int nx, int ny)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    int j = blockIdx.y * blockDim.y + threadIdx.y;
    if (i < nx - 1 && j < ny - 1) {
        int k = j * nx + i;
        hz[k] += coef[k] * (ex[k + nx] - ex[k] - ey[k + 1] + ey[k]);
    }
}
