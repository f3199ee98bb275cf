void divergence(const float *u, const float *v, const float *w, float *div, float inv2h, int nx, int ny, int nz)
{
    for (int k = 1; k < nz - 1; k++) {
        for (int j = 1; j < ny - 1; j++) {
            for (int i = 1; i < nx - 1; i++) {
                int c = i + nx * (j + ny * k);
                div[c] = inv2h * (u[c + 1] - u[c - 1] + v[c + nx] - v[c - nx] + w[c + nx * ny] - w[c - nx * ny]);
            }
        }
    }
}
