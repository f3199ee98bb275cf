__global__ void reflect_ghosts(double *q, int nx, int ny)
{
    int j = blockIdx.x * blockDim.x + threadIdx.x;
    if (j < ny && nx >= 4) {
        q[j * nx] = q[j * nx + 1];
        q[j * nx + nx - 1] = q[j * nx + nx - 2];
    }
}
