__global__ void cg_direction(float* p, const float* r, float rho_new, float rho_old, int num)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i >= num) return;
    const float beta = rho_new / rho_old;
    p[i] = r[i] + beta * p[i];
}
