void welford(const double *samples, double *mean, double *m2, int count, int width)
{
    for (int c = 0; c < width; c++) {
        double mu = 0.0, s = 0.0;
        for (int k = 0; k < count; k++) {
            double x = samples[k * width + c];
            double delta = x - mu;
            mu += delta / (k + 1);
            s += delta * (x - mu);
        }
        mean[c] = mu;
        m2[c] = s;
    }
}
