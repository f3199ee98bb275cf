void complex_matvec(const float *Ar, const float *Ai, const float *xr, const float *xi, float *yr, float *yi, int rows, int cols)
{
    for (int i = 0; i < rows; i++) {
        float sr = 0, si = 0;
        for (int j = 0; j < cols; j++) {
            float a = Ar[i * cols + j];
            float b = Ai[i * cols + j];
            sr += a * xr[j] - b * xi[j];
            si += a * xi[j] + b * xr[j];
        }
        yr[i] = sr;
        yi[i] = si;
    }
}
