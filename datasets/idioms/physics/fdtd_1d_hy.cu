__global__ void update_hy(float* hy, const float* ez, float coef, unsigned int n)
{
    unsigned int m = blockIdx.x * blockDim.x + threadIdx.x;
    if (m + 1 < n)
        hy[m] += coef * (ez[m + 1] - ez[m]);
}
