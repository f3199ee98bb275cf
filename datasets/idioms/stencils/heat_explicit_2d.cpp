void heat_step(const float *t_old, float *t_new, float r, int nx, int ny)
{
    for (int j = 1; j < ny - 1; j++) {
        for (int i = 1; i < nx - 1; i++) {
            int c = j * nx + i;
            t_new[c] = t_old[c] + r * (t_old[c - 1] + t_old[c + 1] + t_old[c - nx] + t_old[c + nx] - 4.0f * t_old[c]);
        }
    }
}
