__global__ void ising_sweep(int *spin, const float *u, float beta, int parity, int L)
{
    int i = blockIdx.y * blockDim.y + threadIdx.y;
    int j = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < 1 || j < 1 || i >= L - 1 || j >= L - 1) return;
    if (((i + j) & 1) != (parity & 1)) return;
    int s = spin[i * L + j];
    int nb = spin[(i - 1) * L + j] + spin[(i + 1) * L + j] + spin[i * L + j - 1] + spin[i * L + j + 1];
    float dE = 2.0f * s * nb;
    if (dE < 0.0f || u[i * L + j] < expf(-beta * dE))
        spin[i * L + j] = -s;
}
