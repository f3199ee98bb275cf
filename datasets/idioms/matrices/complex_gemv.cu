__global__ void complex_matvec(const float *Ar, const float *Ai, const float *xr, const float *xi, float *yr, float *yi, int rows, int cols)
{
    int i = blockDim.x * blockIdx.x + threadIdx.x;
    if (i >= rows)
        return;
    float sr = 0, si = 0;
    for (int j = 0; j < cols; j++) {
        float a = Ar[i * cols + j];
        float b = Ai[i * cols + j];
        sr += a * xr[j] - b * xi[j];
        si += a * xi[j] + b * xr[j];
    }
    yr[i] = sr;
    yi[i] = si;
}
