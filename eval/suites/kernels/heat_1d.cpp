void heat_1d(double* after, const double* before, const double* kappa, double ratio, int cells)
{
    after[0] = before[0];
    for (int i = 1; i <= cells; ++i) {
        double into = kappa[i] * (before[i + 1] - before[i]);
        double from = kappa[i - 1] * (before[i] - before[i - 1]);
        after[i] = before[i] + ratio * (into - from);
    }
}
