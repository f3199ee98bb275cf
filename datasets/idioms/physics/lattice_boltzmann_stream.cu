__global__ void lbm_stream(const float *f_in, float *f_out, int cx, int cy, int nx, int ny)
{
    const int x = threadIdx.x + blockIdx.x * blockDim.x;
    const int y = threadIdx.y + blockIdx.y * blockDim.y;
    if (x < nx && y < ny) {
        const int xs = ((x - cx) % nx + nx) % nx;
        const int ys = ((y - cy) % ny + ny) % ny;
        f_out[y * nx + x] = f_in[ys * nx + xs];
    }
}
