void laplace3d(const float *in, float *out, int nx, int ny, int nz)
{
    for (int k = 1; k < nz - 1; k++)
        for (int j = 1; j < ny - 1; j++)
            for (int i = 1; i < nx - 1; i++) {
                int id = i + nx * (j + ny * k);
                out[id] = in[id - 1] + in[id + 1] + in[id - nx] + in[id + nx] + in[id - nx * ny] + in[id + nx * ny] - 6.f * in[id];
            }
}
