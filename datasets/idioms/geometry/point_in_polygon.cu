__global__ void points_in_polygon(const float *px, const float *py, const float *vx, const float *vy, int *inside, int nverts, int npts)
{
    int k = blockIdx.x * blockDim.x + threadIdx.x;
    if (k < npts) {
        float x = px[k], y = py[k];
        int c = 0;
        for (int i = 0, j = nverts - 1; i < nverts; j = i++) {
            if ((vy[i] > y) != (vy[j] > y) && x < (vx[j] - vx[i]) * (y - vy[i]) / (vy[j] - vy[i]) + vx[i])
                c = !c;
        }
        inside[k] = c;
    }
}
