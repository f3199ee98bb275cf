void rk4_decay(double *y, const double *lambda, double dt, int n)
{
    for (int i = 0; i < n; i++) {
        double l = lambda[i];
        double k1 = -l * y[i];
        double k2 = -l * (y[i] + 0.5 * dt * k1);
        double k3 = -l * (y[i] + 0.5 * dt * k2);
        double k4 = -l * (y[i] + dt * k3);
        y[i] += dt / 6.0 * (k1 + 2.0 * k2 + 2.0 * k3 + k4);
    }
}
