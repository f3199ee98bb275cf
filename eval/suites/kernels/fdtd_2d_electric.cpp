void fdtd_2d_electric(float* ex, float* ey, const float* hz, int nx, int ny, float ce)
{
    for (int i = 0; i < nx; ++i)
        for (int j = 0; j < ny; ++j) {
            if (j > 0)
                ex[i * ny + j] += ce * (hz[i * ny + j] - hz[i * ny + j - 1]);
            if (i > 0)
                ey[i * ny + j] -= ce * (hz[i * ny + j] - hz[(i - 1) * ny + j]);
        }
}
