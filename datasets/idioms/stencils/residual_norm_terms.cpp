void residual(const double *x, const double *b, double *r, double diag, double off, int nx, int ny)
{
    for (int j = 0; j < ny; j++) {
        for (int i = 0; i < nx; i++) {
            int k = i + j * nx;
            double ax = diag * x[k];
            if (i > 0) ax += off * x[k - 1];
            if (i < nx - 1) ax += off * x[k + 1];
            if (j > 0) ax += off * x[k - nx];
            if (j < ny - 1) ax += off * x[k + nx];
            r[k] = b[k] - ax;
        }
    }
}
