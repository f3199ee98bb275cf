__global__ void wave_step(const float *prev, const float *cur, float *next, float c2, int nx, int ny)
{
    int ix = threadIdx.x + blockIdx.x * blockDim.x;
    int iy = threadIdx.y + blockIdx.y * blockDim.y;
    int id = iy * nx + ix;
    if (ix > 0 && iy > 0 && ix < nx - 1 && iy < ny - 1) {
        float lap = cur[id - 1] + cur[id + 1] + cur[id - nx] + cur[id + nx] - 4 * cur[id];
        next[id] = 2 * cur[id] - prev[id] + c2 * lap;
    }
}
