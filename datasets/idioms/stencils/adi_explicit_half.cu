__global__ void adi_rhs(const float *u, float *rhs, float r, int nx, int ny)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    int j = blockIdx.y * blockDim.y + threadIdx.y;
    if (i >= nx || j >= ny) return;

    float down = j > 0 ? u[(j - 1) * nx + i] : 0.0f;
    float up = j < ny - 1 ? u[(j + 1) * nx + i] : 0.0f;
    rhs[j * nx + i] = (1.0f - 2.0f * r) * u[j * nx + i] + r * (down + up);
}
