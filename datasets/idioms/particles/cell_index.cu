__global__ void cell_index(const float *x, const float *y, int *cell, float inv_size, int nx, int ny, int n)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < n) {
        float fx = x[i] * inv_size, fy = y[i] * inv_size;
        int cx = 0, cy = 0;
        if (fx > 0.0f) cx = fx < nx - 1 ? (int)fx : nx - 1;
        if (fy > 0.0f) cy = fy < ny - 1 ? (int)fy : ny - 1;
        cell[i] = cy * nx + cx;
    }
}
