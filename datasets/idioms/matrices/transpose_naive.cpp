void transpose(const float *in, float *out, int nx, int ny)
{
    for (int iy = 0; iy < ny; iy++)
        for (int ix = 0; ix < nx; ix++)
            out[ix * ny + iy] = in[iy * nx + ix];
}
