void lbm_stream(const float *f_in, float *f_out, int cx, int cy, int nx, int ny)
{
    for (int y = 0; y < ny; y++)
        for (int x = 0; x < nx; x++) {
            int xs = ((x - cx) % nx + nx) % nx;
            int ys = ((y - cy) % ny + ny) % ny;
            f_out[y * nx + x] = f_in[ys * nx + xs];
        }
}
