__global__ void update_ez(double *ez, const double *hx, const double *hy, const double *ca, const double *cb, int nx, int ny)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    int j = blockIdx.y * blockDim.y + threadIdx.y;
    if (i > 0 && i < nx && j > 0 && j < ny) {
        int k = i * ny + j;
        ez[k] = ca[k] * ez[k] + cb[k] * ((hy[k] - hy[k - ny]) - (hx[k] - hx[k - 1]));
    }
}
