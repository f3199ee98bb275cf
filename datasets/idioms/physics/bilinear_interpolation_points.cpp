void bilinear(const double *grid, const double *px, const double *py, double *val, int nx, int ny, int npts)
{
    for (int k = 0; k < npts; k++) {
        double x = px[k], y = py[k];
        if (!(x >= 0.0 && x < nx - 1 && y >= 0.0 && y < ny - 1)) {
            val[k] = 0.0;
            continue;
        }
        int i = (int)x, j = (int)y;
        double fx = x - i, fy = y - j;
        val[k] = (1 - fx) * (1 - fy) * grid[j * nx + i] + fx * (1 - fy) * grid[j * nx + i + 1]
               + (1 - fx) * fy * grid[(j + 1) * nx + i] + fx * fy * grid[(j + 1) * nx + i + 1];
    }
}
