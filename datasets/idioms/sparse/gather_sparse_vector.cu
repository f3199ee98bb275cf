__global__ void gather(int nz, const float *y, float *x, const int *indx)
{
    int i = blockIdx.x * blockDim.x + threadIdx.x;
    if (i < nz) {
        x[i] = y[indx[i]];
    }
}
