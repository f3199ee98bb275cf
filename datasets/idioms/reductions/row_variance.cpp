void row_variance(const double *x, double *mean, double *var, int rows, int cols)
{
    for (int r = 0; r < rows; r++) {
        double m = 0.0, v = 0.0;
        for (int c = 0; c < cols; c++)
            m += x[r * cols + c];
        m /= cols;
        for (int c = 0; c < cols; c++)
            v += (x[r * cols + c] - m) * (x[r * cols + c] - m);
        mean[r] = m;
        var[r] = v / cols;
    }
}
