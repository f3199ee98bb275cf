void moving_average(const double *in, double *out, int n, int radius)
{
    for (int i = 0; i < n; i++) {
        int lo = i - radius < 0 ? 0 : i - radius;
        int hi = i + radius > n - 1 ? n - 1 : i + radius;
        double s = 0.0;
        for (int k = lo; k <= hi; k++)
            s += in[k];
        out[i] = s / (hi - lo + 1);
    }
}
