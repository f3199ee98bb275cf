__global__ void advect_2d_upwind_kernel(int ny, int nx, const float* u, const float* v, const float* q, float* q_new, float lambda)
{
    int x = blockIdx.x * blockDim.x + threadIdx.x;
    int y = blockIdx.y * blockDim.y + threadIdx.y;
    if (x > 0 && y > 0 && x < nx - 1 && y < ny - 1) {
        int c = y * nx + x;
        float dx = u[c] > 0.0f ? q[c] - q[c - 1] : q[c + 1] - q[c];
        float dy = v[c] > 0.0f ? q[c] - q[c - nx] : q[c + nx] - q[c];
        q_new[c] = q[c] - lambda * (u[c] * dx + v[c] * dy);
    }
}
