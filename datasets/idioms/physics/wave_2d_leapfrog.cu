__global__ void wave2d(const double *prev, const double *cur, double *next, double c2, int nx, int ny)
{
    int x = blockIdx.x * blockDim.x + threadIdx.x;
    int y = blockIdx.y * blockDim.y + threadIdx.y;
    if (x < 1 || x >= nx - 1 || y < 1 || y >= ny - 1)
        return;
    int id = y * nx + x;
    double lap = cur[id - 1] + cur[id + 1] + cur[id - nx] + cur[id + nx] - 4.0 * cur[id];
    next[id] = 2.0 * cur[id] - prev[id] + c2 * lap;
}
