__global__ void gauss_seidel_red_black_kernel(float* u, const float* f, int rows, int cols, int colour, float omega)
{
    int j = blockIdx.x * blockDim.x + threadIdx.x + 1;
    int i = blockIdx.y * blockDim.y + threadIdx.y + 1;
    if (i + 1 < rows && j + 1 < cols && ((i + j) & 1) == (colour & 1)) {
        int at = i * cols + j;
        float wanted = 0.25f * (u[at - cols] + u[at + cols] + u[at - 1] + u[at + 1] + f[at]);
        u[at] += omega * (wanted - u[at]);
    }
}
