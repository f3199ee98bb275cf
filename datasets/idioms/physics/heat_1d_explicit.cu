__global__ void heat_step(const float *u, float *u_next, float alpha, float dt, float dx, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    float r = alpha * dt / (dx * dx);
    if (i > 0 && i < n - 1)
        u_next[i] = u[i] + r * (u[i + 1] - 2.0f * u[i] + u[i - 1]);
}
