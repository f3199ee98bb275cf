__global__ void damp_sponge(float *field, const float *profile, int nx, int nz, int layers)
{
    int ix = blockIdx.x * blockDim.x + threadIdx.x;
    int iz = blockIdx.y * blockDim.y + threadIdx.y;
    if (ix < nx && iz < nz) {
        if (iz < layers)
            field[iz * nx + ix] *= profile[iz];
        else if (iz >= nz - layers)
            field[iz * nx + ix] *= profile[nz - 1 - iz];
    }
}
