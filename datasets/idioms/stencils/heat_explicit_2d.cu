__global__ void heat_step(const float *t_old, float *t_new, float r, int nx, int ny)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    int j = blockIdx.y * blockDim.y + threadIdx.y;
    if (i > 0 && i < nx - 1 && j > 0 && j < ny - 1) {
        int c = j * nx + i;
        t_new[c] = t_old[c] + r * (t_old[c - 1] + t_old[c + 1] + t_old[c - nx] + t_old[c + nx] - 4.0f * t_old[c]);
    }
}
