void damp_sponge(float *field, const float *profile, int nx, int nz, int layers)
{
    for (int iz = 0; iz < nz; iz++)
        for (int ix = 0; ix < nx; ix++) {
            if (iz < layers)
                field[iz * nx + ix] *= profile[iz];
            else if (iz >= nz - layers)
                field[iz * nx + ix] *= profile[nz - 1 - iz];
        }
}
