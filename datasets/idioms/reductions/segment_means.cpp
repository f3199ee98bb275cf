void segment_mean(const int *offset, const double *x, double *mean, int segments)
{
    for (int s = 0; s < segments; s++) {
        double acc = 0.0;
        for (int i = offset[s]; i < offset[s + 1]; i++)
            acc += x[i];
        int len = offset[s + 1] - offset[s];
        mean[s] = len > 0 ? acc / len : 0.0;
    }
}
