void spring_forces(const double *x, double *f, double k, double rest, int n)
{
    for (int i = 0; i < n; i++) {
        double force = 0.0;
        if (i > 0)
            force -= k * (x[i] - x[i - 1] - rest);
        if (i < n - 1)
            force += k * (x[i + 1] - x[i] - rest);
        f[i] = force;
    }
}
