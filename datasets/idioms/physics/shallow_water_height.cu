#define IDX(i, j) ((i) * ny + (j))

__global__ void sw_height(const float *u, const float *v, float *h, float depth, float dt, float dx, int nx, int ny)
{
    int j = blockIdx.x * blockDim.x + threadIdx.x;
    int i = blockIdx.y * blockDim.y + threadIdx.y;
    if (i >= 1 && i < nx - 1 && j >= 1 && j < ny - 1) {
        float div = (u[IDX(i + 1, j)] - u[IDX(i - 1, j)] + v[IDX(i, j + 1)] - v[IDX(i, j - 1)]) / (2.0f * dx);
        h[IDX(i, j)] -= dt * depth * div;
    }
}
